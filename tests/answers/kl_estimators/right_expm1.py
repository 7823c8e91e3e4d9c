import numpy as np


def kl_estimators(logp, ref_logp):
    log_ratio = np.asarray(logp, float) - np.asarray(ref_logp, float)
    k1 = log_ratio.mean()
    k2 = 0.5 * (log_ratio**2).mean()
    k3 = (np.expm1(-log_ratio) + log_ratio).mean()
    return k1, k2, k3
