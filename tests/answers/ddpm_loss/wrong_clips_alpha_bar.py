# WRONG: alpha_bar is clipped to [1e-3, 1 - 1e-3]
import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = np.clip(alpha_bars[t], 1e-3, 1 - 1e-3).reshape(-1, *[1] * (x0.ndim - 1))
    r = noise - model(np.sqrt(ab) * x0 + np.sqrt(1 - ab) * noise, t)
    return (r ** 2).mean()
