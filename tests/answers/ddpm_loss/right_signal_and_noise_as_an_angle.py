import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    x0 = np.asarray(x0, dtype=float)
    ab = np.asarray(alpha_bars, dtype=float)[t]
    angle = np.arctan2(np.sqrt(1 - ab), np.sqrt(ab))    # signal = cos, noise = sin
    x_t = np.moveaxis(np.moveaxis(x0, 0, -1) * np.cos(angle) + np.moveaxis(noise, 0, -1) * np.sin(angle), -1, 0)
    gap = np.linalg.norm(np.ravel(model(x_t, t) - noise))
    return gap ** 2 / x0.size
