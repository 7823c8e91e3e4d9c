import numpy as np


def kl_divergence(p, q):
    # -inf, nan and inf are wanted intermediates here; nansum drops 0 * (-inf)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.nansum(p * (np.log(p) - np.log(q)))
