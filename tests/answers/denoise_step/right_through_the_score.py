import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    """Through the score: s = -eps / sqrt(1 - abar); mean = (x + beta s) / sqrt(alpha)."""
    beta = betas[t]
    one_minus_bar = -np.expm1(np.log1p(-np.asarray(betas[: t + 1], dtype=float)).sum())
    score = -np.asarray(eps_pred) / np.sqrt(one_minus_bar)
    mean = (np.asarray(x_t) + beta * score) * (1 - beta) ** -0.5
    match int(t):
        case 0:
            return mean
        case _:
            return mean + beta ** 0.5 * noise
