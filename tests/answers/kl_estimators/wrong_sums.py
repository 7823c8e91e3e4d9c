# sums instead of means
import numpy as np


def kl_estimators(logp, ref_logp):
    d = ref_logp - logp
    return np.sum(-d), np.sum(d**2) / 2, np.sum(np.expm1(d) - d)
