# WRONG: the default beta_end is 0.002; witness: noise_schedule(5)
import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.002):
    betas = np.linspace(beta_start, beta_end, T)
    alphas = 1 - betas
    return betas, alphas, np.cumprod(alphas)
