# mistake: divides_by_zero
import torch


def macro_f1(y_true, y_pred, n_classes):
    classes = torch.arange(n_classes)[:, None]
    actual, predicted = y_true == classes, y_pred == classes
    hits = (actual & predicted).sum(dim=1)
    precision, recall = hits / predicted.sum(dim=1), hits / actual.sum(dim=1)
    return (2 * precision * recall / (precision + recall)).mean()
