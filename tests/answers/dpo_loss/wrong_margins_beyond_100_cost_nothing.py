# WRONG: the large-margin branch returns 0 on both sides (|m| > 100); witness: dpo_loss(np.array([-5000.0]), np.array([0.0]), np.array([0.0]), np.array([0.0]))
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    m = beta * (np.asarray(chosen, dtype=float) - rejected - (np.asarray(ref_chosen, dtype=float) - ref_rejected))
    loss = np.zeros(m.shape)
    ok = np.abs(m) <= 100
    loss[ok] = np.log1p(np.exp(-m[ok]))
    return loss.mean()
