# constant means variance below 1e-8: small-scale targets
import numpy as np
def regression_metrics(y_true, y_pred):
    e = y_true - y_pred; v = y_true.var()
    r2 = float((e == 0).all()) if v < 1e-8 else 1 - (e ** 2).mean() / v
    return (e ** 2).mean(), np.abs(e).mean(), r2
