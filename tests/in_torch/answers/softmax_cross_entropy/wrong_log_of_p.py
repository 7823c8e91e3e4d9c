# mistake: floored
import torch


def softmax_cross_entropy(logits, labels):
    exps = torch.exp(logits - logits.amax(dim=1, keepdim=True))
    p = exps / exps.sum(dim=1, keepdim=True)
    rows = torch.arange(len(logits))
    loss = -torch.log(p[rows, labels] + 1e-8).mean()
    p[rows, labels] -= 1
    return loss, p / len(logits)
