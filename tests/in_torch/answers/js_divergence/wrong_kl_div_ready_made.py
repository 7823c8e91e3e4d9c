# kind: calls
import torch
import torch.nn.functional as F


def js_divergence(p, q):
    m = ((p + q) / 2).clamp(min=1e-300).log()
    return (F.kl_div(m, p, reduction="sum") + F.kl_div(m, q, reduction="sum")) / 2
