# mistake: changed_in_place
import torch


def ddpm_sample(model, shape, betas, rng):
    """A batch of samples, drawn by the reverse process from pure noise."""
    alphas = 1 - betas
    alpha_bars = alphas.cumprod(dim=0)
    x = torch.randn(shape, generator=rng)
    for t in reversed(range(len(betas))):
        eps = model(x, t)
        x.div_(alphas[t].sqrt())
        x.sub_(betas[t] / torch.sqrt(1 - alpha_bars[t]) / alphas[t].sqrt() * eps)
        if t > 0:
            x = x + betas[t].sqrt() * torch.randn(shape, generator=rng)
    return x
