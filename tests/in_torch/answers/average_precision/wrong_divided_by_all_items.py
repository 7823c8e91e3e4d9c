# mistake: divided_by_n
import torch


def average_precision(y_true, scores):
    hits = y_true[scores.argsort(descending=True, stable=True)]
    precision = hits.cumsum(dim=0) / torch.arange(1, len(hits) + 1)
    return (precision * hits).mean()
