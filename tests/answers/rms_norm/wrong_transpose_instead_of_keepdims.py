# WRONG: keepdims forgotten and x transposed to make it broadcast: works for 1-D and 2-D, not for three axes; witness: rms_norm(np.arange(24.).reshape(2, 3, 4) ** 1.5, np.ones(4))
import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    rms = np.sqrt((x ** 2).mean(axis=-1) + eps)
    return (x.T / rms).T * gamma
