import numpy as np


def regression_metrics(y_true, y_pred):
    """Norms: mse = ||e||^2 / n, mae = ||e||_1 / n, r2 = 1 - mse / var."""
    t = np.array(y_true, dtype=np.float64)
    e = t - y_pred
    n = e.size
    mse = np.linalg.norm(e) ** 2 / n
    mae = np.linalg.norm(e, 1) / n
    match (bool(np.ptp(t) > 0), bool(np.any(e))):
        case (True, _):
            r2 = 1.0 - mse / np.var(t)
        case (False, True):
            r2 = 0.0
        case _:
            r2 = 1.0
    return mse, mae, r2
