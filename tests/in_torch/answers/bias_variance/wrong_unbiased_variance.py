# mistake: sample_variance
import torch


def bias_variance(predictions, y_true):
    bias_squared = (predictions.mean(dim=0) - y_true).square().mean()
    return bias_squared, predictions.var(dim=0).mean()
