# kind: crashed
import torch


def calibration_error(confidence, correct, n_bins):
    bins = ((confidence * n_bins).ceil().long() - 1).clamp(min=0)
    gaps = bins.bincount(weights=correct - confidence, minlength=n_bins)
    return gaps.abs().sum() / len(confidence)
