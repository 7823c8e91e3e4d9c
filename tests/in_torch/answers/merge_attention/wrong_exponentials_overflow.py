# mistake: not_shifted
import torch


def merge_attention(outputs, log_sums):
    sums = log_sums.exp()
    total = sums.sum(dim=0)
    output = torch.einsum("nt,ntd->td", sums / total, outputs)
    return output, total.log()
