import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = np.asarray(alpha_bars, dtype=float).take(t)
    x_t = np.einsum("b,b...->b...", np.sqrt(ab), x0) + np.einsum("b,b...->b...", np.sqrt(1 - ab), noise)
    r = np.subtract(noise, model(x_t, t)).ravel()
    return np.vdot(r, r) / r.size
