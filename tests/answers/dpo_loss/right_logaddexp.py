import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    c, r, rc, rr = (np.asarray(v, dtype=float) for v in (chosen, rejected, ref_chosen, ref_rejected))
    margin = beta * ((c - rc) - (r - rr))
    return np.logaddexp(0.0, -margin).mean()
