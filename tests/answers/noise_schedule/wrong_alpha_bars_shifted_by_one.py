# WRONG: alpha_bars are shifted by one (product of the alphas before t, starting with 1); witness: noise_schedule(4)
import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    betas = np.linspace(beta_start, beta_end, T)
    alphas = 1 - betas
    return betas, alphas, np.concatenate([[1.0], np.cumprod(alphas)[:-1]])
