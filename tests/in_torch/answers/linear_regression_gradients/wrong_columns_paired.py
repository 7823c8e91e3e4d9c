# mistake: columns_paired_with_errors
import torch

def linear_regression_gradients(X, y, w, b):
    error = X @ w + b - y
    dw = 2 * (X * error).mean(0)
    return dw, 2 * error.mean()
