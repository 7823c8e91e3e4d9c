# says: topk takes any of equal values, so use a stable sort. Line 6 calls it
import torch


def knn_predict(X_train, y_train, X, k):
    nearest = torch.cdist(X, X_train).topk(k, largest=False).indices
    return y_train[nearest].mode(dim=1).values
