# WRONG: 0/0 in precision when nothing is predicted positive; witness: precision_recall_f1(np.array([0, 1, 1]), np.array([0, 0, 0]))
import numpy as np


def precision_recall_f1(y_true, y_pred):
    tp = np.sum((y_true == 1) & (y_pred == 1))
    precision = tp / np.sum(y_pred == 1)
    recall = tp / np.sum(y_true == 1)
    f1 = 2 * precision * recall / (precision + recall) if tp else 0.0
    return np.nan_to_num(precision), np.nan_to_num(recall), f1
