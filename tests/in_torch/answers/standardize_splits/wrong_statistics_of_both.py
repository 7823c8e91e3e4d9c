# mistake: joint_statistics
import torch


def standardize_splits(X_train, X_test):
    X = torch.cat([X_train, X_test])
    mean, std = X.mean(dim=0), X.std(dim=0, correction=0)
    scale = torch.where(std > 0, std, 1.0)
    return (X_train - mean) / scale, (X_test - mean) / scale
