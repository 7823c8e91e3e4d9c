# WRONG: timesteps counted from 1: alpha_bars[t - 1]
import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = alpha_bars[np.maximum(np.asarray(t) - 1, 0)].reshape(-1, *[1] * (x0.ndim - 1))
    r = noise - model(np.sqrt(ab) * x0 + np.sqrt(1 - ab) * noise, t)
    return (r ** 2).mean()
