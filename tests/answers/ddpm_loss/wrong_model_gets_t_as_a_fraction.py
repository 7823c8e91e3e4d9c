# WRONG: the timestep handed to the model is scaled to [0, 1)
import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = alpha_bars[t].reshape(-1, *[1] * (x0.ndim - 1))
    r = noise - model(np.sqrt(ab) * x0 + np.sqrt(1 - ab) * noise, np.asarray(t) / len(alpha_bars))
    return (r ** 2).mean()
