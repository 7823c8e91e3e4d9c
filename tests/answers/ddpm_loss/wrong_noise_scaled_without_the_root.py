# WRONG: the noise is scaled by 1 - alpha_bar (no root)
import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = alpha_bars[t].reshape(-1, *[1] * (x0.ndim - 1))
    r = noise - model(np.sqrt(ab) * x0 + (1 - ab) * noise, t)
    return (r ** 2).mean()
