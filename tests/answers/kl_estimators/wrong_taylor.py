# k3 replaced by its first term
import numpy as np


def kl_estimators(logp, ref_logp):
    d = ref_logp - logp
    return -d.mean(), (d**2).mean() / 2, (d**2).mean() / 2 + (d**3).mean() / 6
