# exp(d) - 1 - d loses all digits for tiny d
import numpy as np


def kl_estimators(logp, ref_logp):
    d = ref_logp - logp
    return (-d).mean(), (d**2 / 2).mean(), (np.exp(d) - 1 - d).mean()
