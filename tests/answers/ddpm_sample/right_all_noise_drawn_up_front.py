import math

import numpy as np


def ddpm_sample(model, shape, betas, rng):
    # all the noise up front, scalar coefficients by hand
    b = [float(v) for v in betas]
    bars, run = [], 1.0
    for v in b:
        run *= 1.0 - v
        bars.append(run)
    noise = rng.normal(0.0, 1.0, size=(len(b), *np.empty(shape).shape))
    x = noise[-1].copy()
    for t in reversed(range(len(b))):
        eps = np.asarray(model(x, t), dtype=float)
        mean = (x - eps * (b[t] / math.sqrt(1.0 - bars[t]))) / math.sqrt(1.0 - b[t])
        x = mean + math.sqrt(b[t]) * noise[t - 1] if t else mean
    return x
