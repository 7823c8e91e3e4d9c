# negative r2 cut to 0
import numpy as np
def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    r2 = float((e == 0).all()) if (y_true == y_true[0]).all() else max(0.0, 1 - (e ** 2).mean() / y_true.var())
    return (e ** 2).mean(), np.abs(e).mean(), r2
