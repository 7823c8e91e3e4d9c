# WRONG: accumulates into the first argument; witness: (lambda c: (dpo_loss(c, np.array([1.0]), np.array([2.0]), np.array([0.5])), c.tolist())[1])(np.array([3.0]))
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    m = np.asarray(chosen, dtype=np.float64)
    m -= rejected
    m -= np.subtract(ref_chosen, ref_rejected)
    return np.mean(np.logaddexp(0.0, -beta * m))
