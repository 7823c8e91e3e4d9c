"""MSE, MAE and R²

Three ways to say how far predictions are from their targets, with
e = y_true - y_pred:

    MSE = mean of e²
    MAE = mean of |e|
    R²  = 1 - sum of e² / sum of (y_true - mean of y_true)²

y_true   (n,) floats, the targets, at least one
y_pred   (n,) floats, the predictions
returns  (mse, mae, r2)

    >>> y_true, y_pred = np.array([1.0, 2.0, 6.0]), np.array([1.0, 4.0, 5.0])
    >>> mse, mae, r2 = regression_metrics(y_true, y_pred)
    >>> print(f"{mse:.4f} {mae:.4f} {r2:.4f}")
    1.6667 1.0000 0.6429

Edge cases
- worse than the mean: R² is negative for such predictions
- constant targets: if all targets are equal, R² is 1 if all predictions are
  equal to them, and 0 otherwise
- one sample: its target is constant
- close targets: targets such as 1000.003 and 1000.006 are not constant
"""

import numpy as np


def regression_metrics(y_true, y_pred):
    raise NotImplementedError
