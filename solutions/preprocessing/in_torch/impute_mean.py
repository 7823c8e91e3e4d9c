import torch


def impute_mean(X):
    """Replace each NaN by the mean of the values present in its column, or by 0 if there are none."""
    # nanmean returns NaN for a column without a value.
    means = X.nanmean(dim=0).nan_to_num(nan=0.0)
    return torch.where(X.isnan(), means, X)
