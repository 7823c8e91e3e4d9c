import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = np.take(alpha_bars, t).astype(float)
    ab = ab.reshape(ab.shape + (1,) * (x0.ndim - ab.ndim))
    r = noise - model(np.sqrt(ab) * x0 + np.sqrt(1 - ab) * noise, t)
    return np.vdot(r, r) / r.size
