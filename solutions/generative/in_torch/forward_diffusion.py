import torch


def forward_diffusion(x0, t, alpha_bars, noise):
    """The noisy samples at the steps t."""
    # A uint8 tensor would index as a mask, so make the steps int64.
    alpha_bar = alpha_bars[t.long()].view(-1, *[1] * (x0.ndim - 1))  # (B, 1, ..., 1)
    return alpha_bar.sqrt() * x0 + (1 - alpha_bar).sqrt() * noise
