# WRONG: the steps' noise comes from a generator with a fixed seed, so it is the same for every rng; witness: m = lambda x, t: x * (np.sqrt([0.5, 0.75])[t] / 0.5 if t else 0.0); a, b = (ddpm_sample(m, (4,), np.array([0.5, 0.5]), np.random.default_rng(i)) for i in (0, 1)); bool(np.allclose(a, b))
import numpy as np


def ddpm_sample(model, shape, betas, rng):
    noise_rng = np.random.default_rng(0)
    alphas = 1 - betas
    bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - bars[t]) * model(x, t)) / np.sqrt(alphas[t])
        if t > 0:
            x = x + np.sqrt(betas[t]) * noise_rng.standard_normal(shape)
    return x
