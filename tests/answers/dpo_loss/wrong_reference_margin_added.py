# WRONG: the reference margin is added instead of subtracted; witness: dpo_loss(np.array([-1.0]), np.array([-2.0]), np.array([-10.0]), np.array([-40.0]))
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    m = beta * (np.asarray(chosen, dtype=float) - rejected - ref_rejected + ref_chosen)
    return np.logaddexp(0.0, -m).mean()
