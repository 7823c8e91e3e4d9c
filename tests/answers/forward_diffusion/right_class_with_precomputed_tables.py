import numpy as np


class GaussianDiffusion:
    """q(x_t | x_0) with precomputed tables, in the style of openai/guided-diffusion."""

    def __init__(self, alphas_cumprod):
        self.sqrt_alphas_cumprod = np.sqrt(alphas_cumprod)
        self.sqrt_one_minus_alphas_cumprod = np.sqrt(1.0 - np.asarray(alphas_cumprod))

    @staticmethod
    def _extract(arr, timesteps, broadcast_shape):
        res = arr[timesteps]
        while res.ndim < len(broadcast_shape):
            res = res[..., None]
        return np.broadcast_to(res, broadcast_shape)

    def q_sample(self, x_start, t, noise):
        shape = x_start.shape
        return (self._extract(self.sqrt_alphas_cumprod, t, shape) * x_start
                + self._extract(self.sqrt_one_minus_alphas_cumprod, t, shape) * noise)


def forward_diffusion(x0, t, alpha_bars, noise):
    return GaussianDiffusion(alpha_bars).q_sample(x0, t, noise)
