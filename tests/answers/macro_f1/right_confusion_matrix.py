import numpy as np


def macro_f1(y_true, y_pred, n_classes):
    """Diagonal of the confusion matrix against its margins."""
    cm = np.zeros((n_classes, n_classes))
    np.add.at(cm, (np.asarray(y_true), np.asarray(y_pred)), 1)
    tp, pred, true = np.diagonal(cm), np.einsum("ij->j", cm), np.einsum("ij->i", cm)
    zero = np.zeros(n_classes)
    p = np.divide(tp, pred, out=zero.copy(), where=pred > 0)
    r = np.divide(tp, true, out=zero.copy(), where=true > 0)
    f = np.divide(2 * p * r, p + r, out=zero.copy(), where=p + r > 0)
    return float(f.sum() / n_classes)
