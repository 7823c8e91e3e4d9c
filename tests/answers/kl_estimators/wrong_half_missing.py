# k2 without the half
import numpy as np


def kl_estimators(logp, ref_logp):
    d = ref_logp - logp
    return -d.mean(), (d**2).mean(), (np.expm1(d) - d).mean()
