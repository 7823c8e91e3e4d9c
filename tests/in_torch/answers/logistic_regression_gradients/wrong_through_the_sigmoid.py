# mistake: of_the_squared_error
import torch


def logistic_regression_gradients(X, y, w, b):
    p = torch.sigmoid(X @ w + b)
    error = (p - y) * p * (1 - p)
    return X.T @ error / len(y), error.mean()
