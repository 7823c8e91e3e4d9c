import numpy as np
def macro_f1(y_true, y_pred, n_classes):
    b = lambda v: np.bincount(v, minlength=n_classes)
    num = 2 * b(y_true[y_true == y_pred]); den = b(y_true) + b(y_pred)
    return np.divide(num, den, out=np.zeros(n_classes), where=den > 0).mean()
