import math
from statistics import fmean
import numpy as np


def _scalar(t: float) -> float:
    if t > 40.0:
        return t + math.exp(-t)
    return math.log1p(math.exp(t))


_softplus = np.vectorize(_scalar, otypes=[float])


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    signs = np.array([-1.0, 1.0, 1.0, -1.0])
    table = np.array([chosen, rejected, ref_chosen, ref_rejected], dtype=float)
    return fmean(_softplus(beta * np.dot(signs, table)).tolist())
