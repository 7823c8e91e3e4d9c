import numpy as np


def precision_recall_f1(y_true, y_pred):
    t, p = np.equal(y_true, 1), np.equal(y_pred, 1)
    tp = np.count_nonzero(t & p)
    precision = tp / max(np.count_nonzero(p), 1)
    recall = tp / max(np.count_nonzero(t), 1)
    f1 = 0.0 if tp == 0 else 2 / (1 / precision + 1 / recall)
    return precision, recall, f1
