import numpy as np


def _term(a, b):
    match (a > 0, b > 0):
        case (False, _):
            return 0.0
        case (True, False):
            return float("inf")
        case _:
            # through base 2, back to nats
            return float(a) * float(np.log2(float(a)) - np.log2(float(b))) * float(np.log(2.0))


_terms = np.vectorize(_term, otypes=[float])


def kl_divergence(p, q):
    return _terms(p, q).sum()
