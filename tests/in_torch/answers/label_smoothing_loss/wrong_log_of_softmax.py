# mistake: logarithm_of_the_softmax
import torch


def label_smoothing_loss(logits, labels, smoothing=0.1):
    log_p = torch.log(torch.softmax(logits, dim=-1))
    targets = torch.full_like(log_p, smoothing / logits.shape[1])
    targets[torch.arange(len(labels)), labels] += 1 - smoothing
    return -(targets * log_p).sum(dim=-1).mean()
