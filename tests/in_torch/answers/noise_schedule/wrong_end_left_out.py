# mistake: end_left_out
import torch


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    """Linear betas, their alphas, and the running product of the alphas."""
    betas = beta_start + (beta_end - beta_start) * torch.arange(T) / T
    alphas = 1 - betas
    return betas, alphas, torch.cumprod(alphas, dim=0)
