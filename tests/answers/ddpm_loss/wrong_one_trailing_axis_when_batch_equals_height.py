# WRONG: alpha_bars gets exactly one trailing axis: wrong for images whose last axes match the batch
import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = alpha_bars[t]
    ab = ab[:, None] if x0.ndim == 2 else (ab[:, None, None, None] if x0.ndim == 4 and not (x0.shape[0] == x0.shape[2]) else (ab[:, None] if x0.ndim == 4 else ab.reshape(-1, *[1] * (x0.ndim - 1))))
    r = noise - model(np.sqrt(ab) * x0 + np.sqrt(1 - ab) * noise, t)
    return (r ** 2).mean()
