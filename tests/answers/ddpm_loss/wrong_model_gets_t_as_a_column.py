# WRONG: the model is given t as a column with x_t's number of axes instead of t
import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = alpha_bars[t].reshape(-1, *[1] * (x0.ndim - 1))
    r = noise - model(np.sqrt(ab) * x0 + np.sqrt(1 - ab) * noise, np.reshape(t, ab.shape))
    return (r ** 2).mean()
