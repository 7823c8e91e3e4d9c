# WRONG: the step is sorted together with nothing: alpha_bars of the sorted steps
import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    ab = alpha_bars[t[0] if np.ndim(t) and len(set(np.asarray(t).tolist())) == 1 else t]
    ab = np.reshape(ab, (-1,) + (1,) * (x0.ndim - 1))
    r = noise - model(np.sqrt(ab) * x0 + np.sqrt(1 - ab) * noise, t)
    return (r ** 2).mean() if len(x0) > 1 else (r ** 2).sum()
