# mistake: farthest
import torch


def knn_predict(X_train, y_train, X, k):
    nearest = torch.cdist(X, X_train).topk(k, dim=1).indices
    return y_train[nearest].mode(dim=1).values
