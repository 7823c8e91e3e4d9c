# mistake: every_row_with_every_label
import torch


def softmax_cross_entropy(logits, labels):
    shifted = logits - logits.amax(dim=1, keepdim=True)
    log_p = shifted - shifted.exp().sum(dim=1, keepdim=True).log()
    loss = -log_p[:, labels].mean()
    gradient = log_p.exp()
    gradient[:, labels] -= 1
    return loss, gradient / len(logits)
