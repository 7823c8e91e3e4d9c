import torch


def precision_recall_f1(y_true, y_pred):
    """Of the class 1; 0 where a denominator is 0."""
    hits = int(torch.sum((y_true == 1) & (y_pred == 1)))
    predicted, actual = int((y_pred == 1).sum()), int((y_true == 1).sum())
    return hits / max(predicted, 1), hits / max(actual, 1), 2 * hits / max(predicted + actual, 1)
