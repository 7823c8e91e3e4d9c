# mistake: clipped
import torch


def bce_with_logits(y_true, logits):
    p = torch.sigmoid(logits).clamp(1e-7, 1 - 1e-7)
    return -(y_true * torch.log(p) + (1 - y_true) * torch.log(1 - p)).mean()
