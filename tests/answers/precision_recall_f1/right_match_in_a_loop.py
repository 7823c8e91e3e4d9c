import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = fp = fn = 0
    for t, p in zip(np.asarray(y_true).tolist(), np.asarray(y_pred).tolist()):
        match (t, p):
            case (1, 1):
                tp += 1
            case (0, 1):
                fp += 1
            case (1, 0):
                fn += 1

    def ratio(a, b):
        return a / b if b else 0.0

    return ratio(tp, tp + fp), ratio(tp, tp + fn), ratio(2 * tp, 2 * tp + fp + fn)
