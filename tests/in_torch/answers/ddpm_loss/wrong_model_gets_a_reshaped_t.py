# mistake: t_reshaped
import torch


def ddpm_loss(model, x0, t, alpha_bars, noise):
    t = t.long().view(-1, *[1] * (x0.ndim - 1))
    alpha_bar = alpha_bars[t]
    x_t = alpha_bar.sqrt() * x0 + (1 - alpha_bar).sqrt() * noise
    return (noise - model(x_t, t)).square().mean()
