# mistake: exp_overflows
import torch


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    p = torch.sigmoid(logits)
    positives = -alpha * (1 - p) ** gamma * torch.log(p)
    negatives = -(1 - alpha) * p**gamma * torch.log(1 - p)
    return torch.where(y_true == 1, positives, negatives).mean()
