# mistake: occurring_only
import torch


def macro_f1(y_true, y_pred, n_classes):
    scores = []
    for k in torch.cat([y_true, y_pred]).unique():
        hits = ((y_true == k) & (y_pred == k)).sum()
        scores.append(2 * hits / ((y_true == k).sum() + (y_pred == k).sum()))
    return torch.stack(scores).mean()
