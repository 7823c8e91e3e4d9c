# WRONG: T = 1 gives beta_end; witness: noise_schedule(1)
import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_end, beta_start, T)[::-1].copy()
    alphas = 1 - betas
    return betas, alphas, np.cumprod(alphas)
