import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    a = alpha_bars[t][(...,) + (None,) * (x0.ndim - 1)]
    return ((model(a ** .5 * x0 + (1 - a) ** .5 * noise, t) - noise) ** 2).mean(dtype=np.float64)
