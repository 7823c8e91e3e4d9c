# mistake: by_threshold
import torch


def top_k_filter(logits, k):
    k = min(k, logits.shape[-1])
    threshold = torch.topk(logits, k).values[-1]
    return logits.masked_fill(logits < threshold, float("-inf"))
