# WRONG: counts repeated errors once (fancy-index +=); witness: macro_f1(np.array([0, 0, 0, 1, 1]), np.array([1, 1, 0, 1, 1]), 2)
import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    tp, fp, fn = np.zeros((3, n_classes))
    hit = y_true == y_pred
    np.add.at(tp, y_true[hit], 1)
    fp[y_pred[~hit]] += 1
    fn[y_true[~hit]] += 1
    return float(np.mean(2 * tp / np.maximum(2 * tp + fp + fn, 1)))
