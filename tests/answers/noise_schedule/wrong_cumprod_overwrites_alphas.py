# WRONG: the cumulative product is written into alphas, so the second result equals the third; witness: noise_schedule(4, 0.1, 0.4)
import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    alphas = 1 - betas
    alpha_bars = np.cumprod(alphas, out=alphas)
    return betas, alphas, alpha_bars
