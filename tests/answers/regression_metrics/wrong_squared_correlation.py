# r2 as squared correlation
import numpy as np
def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    if (y_true == y_true[0]).all(): r2 = float((e == 0).all())
    elif np.ptp(y_pred) == 0: r2 = 1 - (e ** 2).mean() / y_true.var()
    else: r2 = np.corrcoef(y_true, y_pred)[0, 1] ** 2
    return (e ** 2).mean(), np.abs(e).mean(), r2
