# mistake: averaged_kl
import torch


def js_divergence(p, q):
    return (torch.xlogy(p, p / q).sum() + torch.xlogy(q, q / p).sum()) / 2
