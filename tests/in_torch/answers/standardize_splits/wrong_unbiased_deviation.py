# mistake: sample_deviation
import torch


def standardize_splits(X_train, X_test):
    mean, std = X_train.mean(dim=0), X_train.std(dim=0)
    varies = X_train.amax(dim=0) > X_train.amin(dim=0)
    scale = torch.where(varies, std, 1.0)
    return (X_train - mean) / scale, (X_test - mean) / scale
