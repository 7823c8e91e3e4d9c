import torch


def calibration_error(confidence, correct, n_bins):
    """Average the gap between accuracy and confidence over equal-width bins, weighted by their sizes."""
    bins = ((confidence * n_bins).ceil().long() - 1).clamp(min=0)
    # The sizes of the bins cancel. Booleans cannot be subtracted.
    gaps = bins.bincount(weights=correct.to(confidence.dtype) - confidence, minlength=n_bins)
    return gaps.abs().sum() / len(confidence)
