# says: Line 15 uses a random generator other than rng
import torch


def ddpm_sample(model, shape, betas, rng):
    """A batch of samples, drawn by the reverse process from pure noise."""
    alphas = 1 - betas
    alpha_bars = alphas.cumprod(dim=0)
    x = torch.randn(shape, generator=rng)
    for t in reversed(range(len(betas))):
        eps = model(x, t)
        # Not in place: the model may have returned x itself.
        x = (x - betas[t] / torch.sqrt(1 - alpha_bars[t]) * eps) / alphas[t].sqrt()
        if t > 0:
            x = x + betas[t].sqrt() * torch.randn_like(x)
    return x
