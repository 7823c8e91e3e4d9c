import torch
import torch.nn.functional as F


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    """The mean binary cross-entropy, weighted by class and by how wrong the model is."""
    positive = y_true == 1
    signed = torch.where(positive, logits, -logits)  # p_t = sigmoid(signed)
    weight = torch.where(positive, alpha, 1 - alpha)
    # (1 - p_t)^gamma from its logarithm, so that 1 - p_t never rounds to 0.
    modulation = torch.exp(gamma * F.logsigmoid(-signed))
    return -(weight * modulation * F.logsigmoid(signed)).mean()
