# WRONG: reference-free when only one pair is given (n = 1 shortcut); witness: dpo_loss(np.array([-1.0]), np.array([-2.0]), np.array([-10.0]), np.array([-40.0]))
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    c = np.asarray(chosen, dtype=float) - rejected
    r = np.asarray(ref_chosen, dtype=float) - ref_rejected
    m = beta * (c - r)
    if m.size == 1:
        m = beta * c
    return np.logaddexp(0.0, -m).mean()
