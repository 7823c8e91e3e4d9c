# WRONG: the predicted x0 is clipped to [-1, 1] before the posterior mean; witness: denoise_step(np.full(2, 5.0), np.zeros(2), 1, np.array([0.1, 0.2]), np.zeros(2))
import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    alphas = 1 - betas
    bar = np.prod(alphas[:t + 1])
    prev = np.prod(alphas[:t])
    x0 = np.clip((x_t - np.sqrt(1 - bar) * eps_pred) / np.sqrt(bar), -1, 1)
    mean = np.sqrt(prev) * betas[t] / (1 - bar) * x0 + np.sqrt(alphas[t]) * (1 - prev) / (1 - bar) * x_t
    return mean + np.sqrt(betas[t]) * noise if t > 0 else mean
