import math

import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    losses = []
    for a, b, m, lv in zip(x, x_recon, mu, log_var):
        sq = sum((float(u) - float(v)) ** 2 for u, v in zip(a.flat, b.flat))
        kl = sum((math.exp(float(t)) - 1.0 - float(t) + float(s) ** 2) / 2 for s, t in zip(m.flat, lv.flat))
        losses.append(sq + kl)
    return math.fsum(losses) / len(losses)
