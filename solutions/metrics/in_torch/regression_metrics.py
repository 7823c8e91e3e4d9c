import torch


def regression_metrics(y_true, y_pred):
    """Return MSE, MAE and R²."""
    error = y_true - y_pred
    mse, mae = error.square().mean(), error.abs().mean()
    if y_true.amax() == y_true.amin():
        return mse, mae, float(torch.equal(y_true, y_pred))
    # var divides by n - 1 unless correction is 0.
    return mse, mae, 1 - mse / y_true.var(correction=0)
