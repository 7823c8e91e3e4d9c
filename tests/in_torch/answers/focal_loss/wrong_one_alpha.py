# mistake: alpha_for_both
import torch
import torch.nn.functional as F


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    signed = torch.where(y_true == 1, logits, -logits)
    cost = -F.logsigmoid(signed)
    p_t = torch.exp(-cost)
    return (alpha * (1 - p_t) ** gamma * cost).mean()
