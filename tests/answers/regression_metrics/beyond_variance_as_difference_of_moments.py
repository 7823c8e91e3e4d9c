# variance as E[y^2] - E[y]^2
import numpy as np
def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    r2 = float((e == 0).all()) if (y_true == y_true[0]).all() else 1 - (e ** 2).mean() / ((y_true ** 2).mean() - y_true.mean() ** 2)
    return (e ** 2).mean(), np.abs(e).mean(), r2
