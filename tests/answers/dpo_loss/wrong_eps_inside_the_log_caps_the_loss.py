# WRONG: log(sigmoid + 1e-12) caps the loss of a very wrong pair; witness: dpo_loss(np.array([-2000.0]), np.array([0.0]), np.array([0.0]), np.array([0.0]))
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    m = beta * (np.asarray(chosen, dtype=float) - rejected - (np.asarray(ref_chosen, dtype=float) - ref_rejected))
    sig = np.exp(-np.logaddexp(0, -m))
    return float(-np.mean(np.log(sig + 1e-12)))
