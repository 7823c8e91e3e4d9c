from functools import cached_property

import numpy as np


class ReverseStep:
    """Posterior mean of q(x_{t-1} | x_t, x0_hat), with x0_hat from the predicted noise."""

    def __init__(self, betas, t):
        self.beta = float(betas[t])
        self.alpha = 1.0 - self.beta
        self.bar_prev = float(np.prod(1.0 - np.asarray(betas[:t], dtype=float)))
        self.t = t

    @cached_property
    def bar(self):
        return self.alpha * self.bar_prev

    def mean(self, x, eps):
        # c0 * x0_hat + c1 * x with x0_hat = (x - sqrt(1 - bar) eps) / sqrt(bar)
        c0_over_root_bar = self.beta / (1.0 - self.bar) / self.alpha ** 0.5
        c1 = self.alpha ** 0.5 * (1.0 - self.bar_prev) / (1.0 - self.bar)
        return c0_over_root_bar * (x - (1.0 - self.bar) ** 0.5 * eps) + c1 * x

    def sample(self, x, eps, z):
        m = self.mean(x, eps)
        return m if self.t == 0 else m + self.beta ** 0.5 * z


def denoise_step(x_t, eps_pred, t, betas, noise):
    return ReverseStep(betas, t).sample(x_t, eps_pred, noise)
