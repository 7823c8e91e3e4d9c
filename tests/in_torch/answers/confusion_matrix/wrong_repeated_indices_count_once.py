# mistake: each_pair_once
import torch


def confusion_matrix(y_true, y_pred, n_classes):
    C = torch.zeros(n_classes, n_classes, dtype=torch.int64)
    C[y_true.long(), y_pred.long()] += 1
    return C
