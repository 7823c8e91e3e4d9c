# mistake: sample_variance
import torch


def regression_metrics(y_true, y_pred):
    error = y_true - y_pred
    mse, mae = error.square().mean(), error.abs().mean()
    if y_true.amax() == y_true.amin():
        return mse, mae, float(torch.equal(y_true, y_pred))
    return mse, mae, 1 - mse / y_true.var()
