import numpy as np
def regression_metrics(y_true, y_pred):
    r = np.subtract(y_pred, y_true)
    mse = np.vdot(r, r) / len(r); mae = np.linalg.norm(r, 1) / len(r)
    r2 = (1 if np.array_equal(y_true, y_pred) else 0) if np.unique(y_true).size == 1 else 1 - mse / np.var(y_true)
    return mse, mae, r2
