"""MSE, MAE and R²

Three ways to say how far predictions are from their targets, with e = y_true - y_pred:

    MSE = mean of e²        MAE = mean of |e|        R² = 1 - sum of e² / sum of (y_true - mean of y_true)²

y_true   (n,) targets, at least one
y_pred   (n,) predictions
returns  (mse, mae, r2)

    >>> mse, mae, r2 = regression_metrics(np.array([1.0, 2.0, 6.0]), np.array([1.0, 4.0, 5.0]))
    >>> print(f"{mse:.4f} {mae:.4f} {r2:.4f}")
    1.6667 1.0000 0.6429

Edge cases: if all targets are equal, such as three times 0.1, R² is 1 for exact predictions and 0 for any
others. R² is negative when the predictions are worse than the mean.
"""

import numpy as np


def regression_metrics(y_true, y_pred):
    raise NotImplementedError
