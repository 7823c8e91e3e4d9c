# d is the policy minus the reference
import numpy as np


def kl_estimators(logp, ref_logp):
    d = logp - ref_logp
    return d.mean(), (d**2 / 2).mean(), (np.expm1(d) - d).mean()
