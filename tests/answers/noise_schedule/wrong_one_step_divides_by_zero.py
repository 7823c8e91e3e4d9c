# WRONG: division by T - 1 = 0 (RuntimeWarning and NaN) at T = 1; witness: noise_schedule(1)
import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    betas = beta_start + (beta_end - beta_start) * np.arange(T) / np.float64(T - 1)
    alphas = 1 - betas
    return betas, alphas, np.cumprod(alphas)
