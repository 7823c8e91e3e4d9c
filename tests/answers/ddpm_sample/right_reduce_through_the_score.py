from functools import reduce

import numpy as np


def ddpm_sample(model, shape, betas, rng):
    betas = np.asarray(betas, dtype=np.float64)
    log_bars = np.cumsum(np.log1p(-betas))

    def step(x, t):
        score = -model(x, t) / np.sqrt(-np.expm1(log_bars[t]))
        mean = (x + betas[t] * score) * np.exp(-0.5 * np.log1p(-betas[t]))
        return rng.normal(mean, np.sqrt(betas[t])) if t != 0 else mean

    return reduce(step, range(betas.size - 1, -1, -1), rng.normal(size=shape))
