import numpy as np


def log_sigmoid(x):
    y = np.empty(x.shape)
    neg = x < 0
    y[neg] = x[neg] - np.log1p(np.exp(x[neg]))
    y[~neg] = -np.log1p(np.exp(-x[~neg]))
    return y


def gan_losses(real_logits, fake_logits):
    d = -(log_sigmoid(real_logits).mean() + log_sigmoid(-fake_logits).mean())
    g = -log_sigmoid(fake_logits).mean()
    return np.array([d, g])
