# nearly exact on constant y_true counts as exact
import numpy as np
def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    r2 = float(np.allclose(y_true, y_pred)) if (y_true == y_true[0]).all() else 1 - (e ** 2).mean() / y_true.var()
    return (e ** 2).mean(), np.abs(e).mean(), r2
