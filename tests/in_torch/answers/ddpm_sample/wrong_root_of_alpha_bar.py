# mistake: divided_by_the_root_of_alpha_bar
import torch

def ddpm_sample(model, shape, betas, rng):
    alphas = 1 - betas
    alpha_bars = torch.cumprod(alphas, 0)
    x = torch.randn(shape, generator=rng)
    for t in range(len(betas) - 1, -1, -1):
        eps = model(x, t)
        mean = (x - (1 - alphas[t]) / torch.sqrt(1 - alpha_bars[t]) * eps) / torch.sqrt(alpha_bars[t])
        z = torch.randn(shape, generator=rng) if t > 0 else torch.zeros(shape)
        x = mean + torch.sqrt(betas[t]) * z
    return x
