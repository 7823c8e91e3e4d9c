import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    def mix(x, e, a):
        return a ** 0.5 * x + (1 - a) ** 0.5 * e
    xt = np.stack([mix(x, e, float(alpha_bars[i])) for x, e, i in zip(x0, noise, np.broadcast_to(t, len(x0)))])
    pred = model(xt, t)
    return float(np.linalg.norm((noise - pred).ravel()) ** 2 / noise.size)
