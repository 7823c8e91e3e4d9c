# WRONG: margins clipped to +-500; witness: dpo_loss(np.array([-1e4]), np.array([0.0]), np.array([0.0]), np.array([0.0]), 1.0)
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    m = beta * ((chosen - rejected) - (ref_chosen - ref_rejected))
    m = np.clip(np.asarray(m, dtype=float), -500.0, 500.0)
    return float(np.mean(np.log1p(np.exp(-m))))
