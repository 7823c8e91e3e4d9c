import numpy as np


def precision_recall_f1(y_true, y_pred):
    """From the flattened 2 x 2 table."""
    code = 2 * np.asarray(y_true, dtype=np.int64) + np.asarray(y_pred, dtype=np.int64)
    tn, fp, fn, tp = np.bincount(code, minlength=4)
    num = np.array([tp, tp, 2 * tp], dtype=float)
    den = np.array([tp + fp, tp + fn, 2 * tp + fp + fn], dtype=float)
    return list(np.divide(num, den, out=np.zeros(3), where=den > 0))
