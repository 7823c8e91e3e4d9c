from dataclasses import dataclass, field

import numpy as np


@dataclass
class DDPMScheduler:
    """A small imitation of the diffusers scheduler."""
    betas: np.ndarray
    rng: np.random.Generator
    alphas: np.ndarray = field(init=False)
    alphas_cumprod: np.ndarray = field(init=False)

    def __post_init__(self):
        self.alphas = 1 - self.betas
        self.alphas_cumprod = np.cumprod(self.alphas)

    @property
    def timesteps(self):
        return np.arange(self.betas.size)[::-1].tolist()     # Python ints

    def step(self, eps, t, x):
        prev = (x - self.betas[t] * eps / (1 - self.alphas_cumprod[t]) ** 0.5) / self.alphas[t] ** 0.5
        if t > 0:
            prev += self.betas[t] ** 0.5 * self.rng.normal(size=x.shape)
        return prev


def ddpm_sample(model, shape, betas, rng):
    sched = DDPMScheduler(np.asarray(betas, dtype=float), rng)
    sample = rng.normal(size=shape)
    for t in sched.timesteps:
        sample = sched.step(model(sample, t), t, sample)
    return sample
