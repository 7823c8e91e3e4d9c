# WRONG: np.arange with a step of 0 raises for a constant schedule (beta_start == beta_end); witness: noise_schedule(5, 0.02, 0.02)
import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    if T == 1:
        betas = np.array([beta_start], dtype=float)
    else:
        step = (beta_end - beta_start) / (T - 1)
        betas = np.arange(beta_start, beta_end + step / 2, step)[:T]
    alphas = 1 - betas
    return betas, alphas, np.cumprod(alphas)
