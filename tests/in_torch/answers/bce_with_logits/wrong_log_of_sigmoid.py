# mistake: log_of_sigmoid
import torch


def bce_with_logits(y_true, logits):
    p = torch.sigmoid(logits)
    return -(y_true * torch.log(p) + (1 - y_true) * torch.log(1 - p)).mean()
