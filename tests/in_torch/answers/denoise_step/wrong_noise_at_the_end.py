# mistake: noise_at_the_end
import torch


def denoise_step(x_t, eps_pred, t, betas, noise):
    """One DDPM step back from x_t; the mean alone at t = 0."""
    alphas = 1 - betas
    alpha_bar = alphas[: t + 1].prod()
    mean = (x_t - betas[t] / torch.sqrt(1 - alpha_bar) * eps_pred) / alphas[t].sqrt()
    return mean + betas[t].sqrt() * noise
