# mistake: nearly_exact
import torch


def regression_metrics(y_true, y_pred):
    error = y_true - y_pred
    mse, mae = error.square().mean(), error.abs().mean()
    if torch.allclose(y_true, y_true[0]):
        return mse, mae, float(torch.allclose(y_true, y_pred))
    return mse, mae, 1 - mse / y_true.var(correction=0)
