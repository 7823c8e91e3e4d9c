# WRONG: the noised input is written into x0 (an argument is modified)
import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = alpha_bars[t].reshape(-1, *[1] * (x0.ndim - 1))
    x0 *= np.sqrt(ab); x0 += np.sqrt(1 - ab) * noise
    r = noise - model(x0, t)
    return (r ** 2).mean()
