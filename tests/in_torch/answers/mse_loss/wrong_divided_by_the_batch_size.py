# mistake: over_samples
import torch


def mse_loss(y_true, y_pred):
    batch_size = y_true.size(0)
    return ((y_true - y_pred) ** 2).sum() / batch_size
