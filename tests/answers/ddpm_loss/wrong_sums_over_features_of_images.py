# WRONG: the sum over the entries of a sample, mean over the batch only when there is more than one feature axis
import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = alpha_bars[t].reshape(-1, *[1] * (x0.ndim - 1))
    r = noise - model(np.sqrt(ab) * x0 + np.sqrt(1 - ab) * noise, t)
    return (r ** 2).mean() if x0.ndim <= 2 else (r ** 2).reshape(len(x0), -1).sum(1).mean()
