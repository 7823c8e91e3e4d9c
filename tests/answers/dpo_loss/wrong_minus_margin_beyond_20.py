# WRONG: pairs whose margin is already positive enough (softplus threshold taken on the wrong side): returns -m for m > 20; witness: dpo_loss(np.array([500.0]), np.array([0.0]), np.array([0.0]), np.array([0.0]))
import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    m = np.asarray(beta * ((chosen - rejected) - (ref_chosen - ref_rejected)), dtype=float)
    small = np.abs(m) <= 20
    loss = np.log1p(np.exp(-np.where(small, m, 0.0)))
    return float(np.mean(np.where(small, loss, -m)))
