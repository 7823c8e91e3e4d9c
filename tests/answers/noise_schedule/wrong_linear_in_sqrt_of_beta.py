# WRONG: "scaled linear": linear in sqrt(beta), with both ends right; witness: noise_schedule(5)
import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start ** 0.5, beta_end ** 0.5, T) ** 2
    alphas = 1 - betas
    return betas, alphas, np.cumprod(alphas)
