# mistake: for_vectors_only
import torch
import torch.nn.functional as F


def ddpm_loss(model, x0, t, alpha_bars, noise):
    """The mean squared error of the noise that the model predicts."""
    alpha_bar = alpha_bars[t.long()].unsqueeze(1)
    x_t = alpha_bar.sqrt() * x0 + (1 - alpha_bar).sqrt() * noise
    return F.mse_loss(model(x_t, t), noise)
