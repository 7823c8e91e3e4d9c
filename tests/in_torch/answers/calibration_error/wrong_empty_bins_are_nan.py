# mistake: empty_bins_are_nan
import torch


def calibration_error(confidence, correct, n_bins):
    edges = torch.linspace(0, 1, n_bins + 1)
    error = torch.zeros(())
    for low, high in zip(edges[:-1], edges[1:]):
        inside = (confidence > low) & (confidence <= high)
        gap = correct[inside].double().mean() - confidence[inside].mean()
        error += inside.double().mean() * gap.abs()
    return error
