# mistake: softmax_over_queries
import torch


def merge_attention(outputs, log_sums):
    """Attention over the keys of all blocks, from each block's output and log-sum."""
    weights = torch.softmax(log_sums, dim=1)
    output = (weights.unsqueeze(-1) * outputs).sum(dim=0)
    return output, torch.logsumexp(log_sums, dim=0)
