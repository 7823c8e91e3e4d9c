import torch


def bias_variance(predictions, y_true):
    """Split the error of m models into squared bias and variance, averaged over the points."""
    bias_squared = (predictions.mean(dim=0) - y_true).square().mean()
    # var divides by m - 1 unless correction is 0.
    return bias_squared, predictions.var(dim=0, correction=0).mean()
