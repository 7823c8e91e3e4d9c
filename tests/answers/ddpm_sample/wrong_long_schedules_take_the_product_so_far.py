# WRONG: keeps a running quotient for the product of the alphas, and starts it afresh after 100 steps
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    alphas = 1.0 - betas
    x = rng.normal(size=shape)
    for done, t in enumerate(range(len(betas) - 1, -1, -1)):
        if done % 100 == 0:
            bar = np.prod(alphas[max(0, t - 99) : t + 1])
        x = (x - betas[t] / np.sqrt(1 - bar) * model(x, t)) / np.sqrt(alphas[t])
        if t:
            x = x + np.sqrt(betas[t]) * rng.normal(size=shape)
        bar /= alphas[t]
    return x
