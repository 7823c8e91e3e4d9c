import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    alphas = 1.0 - betas
    return betas, alphas, np.cumprod(alphas)
