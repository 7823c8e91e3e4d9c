# mistake: written_into_logits
import torch


def top_k_filter(logits, k):
    dropped = logits.argsort(descending=True, stable=True)[k:]
    logits[dropped] = -torch.inf
    return logits
