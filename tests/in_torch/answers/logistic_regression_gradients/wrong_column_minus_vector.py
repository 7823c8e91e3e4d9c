# kind: shape
import torch


def logistic_regression_gradients(X, y, w, b):
    p = torch.sigmoid(X @ w[:, None] + b)
    error = p - y
    return X.T @ error / len(y), error.mean()
