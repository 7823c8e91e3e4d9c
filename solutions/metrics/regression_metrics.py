"""MSE, MAE and R², with constant targets found by comparing them with one another.

R² sets the squared error against that of always answering the mean. For constant targets the latter is 0, and
there is nothing to explain: 1 if the predictions are exact, else 0. Comparing the sum of squares with 0 would
miss some, since the mean of three 0.1s is not quite 0.1, and a tolerance would fail for targets that really
are small.

O(n) time.
"""

import numpy as np


def regression_metrics(y_true, y_pred):
    """(MSE, MAE, R²) of the predictions."""
    errors = y_true - y_pred
    mse, mae = np.mean(errors**2), np.mean(np.abs(errors))
    exact = float(np.array_equal(y_true, y_pred))
    r2 = 1 - mse / np.var(y_true) if np.ptp(y_true) > 0 else exact
    return float(mse), float(mae), float(r2)


# What an interviewer asks next
#
# MSE or MAE? Squares make large errors dominate: MSE is minimized by the mean, MAE by the median, which
# outliers move little. The root of MSE is in the units of the target.
#
# Can R² be negative? Yes, on any data that the model was not fitted to by least squares with an intercept.
#
# Does R² grow with more features? On the training data of a least-squares fit it never falls; adjusted R² or a
# held-out set tells whether they pay.
