# WRONG: beta scales only the policy part; witness: dpo_loss(np.array([-1.0]), np.array([-2.0]), np.array([-1.5]), np.array([-4.0]))
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    pi = np.asarray(chosen, dtype=float) - rejected
    ref = np.asarray(ref_chosen, dtype=float) - ref_rejected
    return np.mean(np.logaddexp(0.0, -(beta * pi - ref)))
