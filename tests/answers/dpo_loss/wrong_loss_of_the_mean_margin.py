# WRONG: the loss of the mean margin instead of the mean loss; witness: dpo_loss(np.array([30.0, -30.0]), np.array([0.0, 0.0]), np.array([0.0, 0.0]), np.array([0.0, 0.0]))
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    pi = np.mean(chosen, dtype=float) - np.mean(rejected, dtype=float)
    ref = np.mean(ref_chosen, dtype=float) - np.mean(ref_rejected, dtype=float)
    return np.logaddexp(0.0, -beta * (pi - ref))
