import math

import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    x_t = np.empty(np.shape(x0))
    for n in range(len(x0)):
        ab = float(alpha_bars[int(t[n])])
        x_t[n] = math.sqrt(ab) * np.asarray(x0[n]) + math.sqrt(1.0 - ab) * np.asarray(noise[n])
    guess = np.asarray(model(x_t, t))
    sq = [(float(e) - float(g)) ** 2 for e, g in zip(np.asarray(noise).flat, guess.flat)]
    return math.fsum(sq) / len(sq)
