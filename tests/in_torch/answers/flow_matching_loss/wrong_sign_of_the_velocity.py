# mistake: target_flipped
import torch
import torch.nn.functional as F


def flow_matching_loss(model, x0, x1, t):
    """The mean squared error of the velocity that the model predicts."""
    weight = t.view(-1, *[1] * (x0.ndim - 1))  # (B, 1, ..., 1)
    x_t = (1 - weight) * x0 + weight * x1
    return F.mse_loss(model(x_t, t), x0 - x1)
