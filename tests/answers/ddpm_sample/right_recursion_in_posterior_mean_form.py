import numpy as np


def ddpm_sample(model, shape, betas, rng):
    """Recursive: x_{t-1} from x_t, posterior-mean form."""
    alphas = 1.0 - np.asarray(betas, dtype=float)

    def go(x, t):
        if t < 0:
            return x
        bar_prev, bar = np.prod(alphas[:t]), np.prod(alphas[:t + 1])
        eps = model(x, t)
        w0 = (1 - alphas[t]) / (1 - bar) / np.sqrt(alphas[t])       # weight of x0_hat * sqrt(bar)
        w1 = np.sqrt(alphas[t]) * (1 - bar_prev) / (1 - bar)
        mean = w0 * (x - np.sqrt(1 - bar) * eps) + w1 * x
        if t == 0:
            return mean
        return go(mean + np.sqrt(1 - alphas[t]) * rng.standard_normal(shape), t - 1)

    # long schedules: the same thing as a loop, for the recursion limit's sake
    x, t = rng.standard_normal(shape), len(alphas) - 1
    if t < 200:
        return go(x, t)
    while t >= 0:
        bar_prev, bar = np.prod(alphas[:t]), np.prod(alphas[:t + 1])
        eps = model(x, t)
        w0 = (1 - alphas[t]) / (1 - bar) / np.sqrt(alphas[t])
        w1 = np.sqrt(alphas[t]) * (1 - bar_prev) / (1 - bar)
        x = w0 * (x - np.sqrt(1 - bar) * eps) + w1 * x
        if t > 0:
            x = x + np.sqrt(1 - alphas[t]) * rng.standard_normal(shape)
        t -= 1
    return x
