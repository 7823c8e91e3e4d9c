import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    betas, alphas, alpha_bars = [], [], []
    running = 1.0
    for t in range(T):
        frac = t / (T - 1) if T > 1 else 0.0
        betas.append(beta_start + frac * (beta_end - beta_start))
        alphas.append(1.0 - betas[-1])
        running *= alphas[-1]
        alpha_bars.append(running)
    return np.array(betas), np.array(alphas), np.array(alpha_bars)
