# mistake: over_the_others
import torch


def label_smoothing_loss(logits, labels, smoothing=0.1):
    log_p = torch.log_softmax(logits, dim=-1)
    targets = torch.full_like(log_p, smoothing / max(logits.shape[1] - 1, 1))
    targets.scatter_(1, labels.unsqueeze(1), 1 - smoothing)
    return -(targets * log_p).sum(dim=-1).mean()
