# WRONG: default beta 0.01; witness: dpo_loss(np.array([30.0]), np.array([0.0]), np.array([0.0]), np.array([0.0]))
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.01):
    m = beta * ((np.asarray(chosen, dtype=float) - rejected) - (np.asarray(ref_chosen, dtype=float) - ref_rejected))
    return np.logaddexp(0.0, -m).mean()
