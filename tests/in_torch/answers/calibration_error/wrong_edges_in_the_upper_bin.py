# mistake: lower_edges_held
import torch


def calibration_error(confidence, correct, n_bins):
    bins = (confidence * n_bins).long().clamp(max=n_bins - 1)
    gaps = bins.bincount(weights=correct.double() - confidence, minlength=n_bins)
    return gaps.abs().sum() / len(confidence)
