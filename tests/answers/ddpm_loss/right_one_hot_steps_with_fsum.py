import numpy as np
import math
def ddpm_loss(model, x0, t, alpha_bars, noise):
    hot = np.equal.outer(np.asarray(t), np.arange(len(alpha_bars)))
    a = hot @ np.asarray(alpha_bars, dtype=float)
    a = np.expand_dims(a, tuple(range(a.ndim, x0.ndim)))
    pred = model(np.sqrt(a) * x0 + np.sqrt(1.0 - a) * noise, t)
    return math.fsum(((e - q) ** 2 for e, q in zip(noise.flat, np.asarray(pred).flat))) / noise.size
