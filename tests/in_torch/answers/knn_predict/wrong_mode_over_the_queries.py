# kind: shape
import torch


def knn_predict(X_train, y_train, X, k):
    nearest = torch.cdist(X, X_train).argsort(dim=1, stable=True)[:, :k]
    return y_train[nearest].mode(dim=0).values
