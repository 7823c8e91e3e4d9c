# mistake: per_output
import torch


def mse_loss(y_true, y_pred):
    return (y_true - y_pred).pow(2).mean(dim=0)
