import numpy as np
def ddpm_loss(model, x0, t, alpha_bars, noise):
    signal, sigma = (np.sqrt(v)[np.asarray(t)] for v in (alpha_bars, 1 - alpha_bars))
    xt = (x0.T * signal + noise.T * sigma).T
    return np.square(np.subtract(model(xt, t), noise)).mean()
