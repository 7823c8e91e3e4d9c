# says: Line 7 sorts without it: hits = y_true
# kind: values
import torch


def average_precision(y_true, scores):
    hits = y_true[scores.argsort(descending=True)] == 1
    if not hits.any():
        return 0.0
    precision = hits.cumsum(dim=0) / torch.arange(1, len(hits) + 1)
    return precision[hits].mean()
