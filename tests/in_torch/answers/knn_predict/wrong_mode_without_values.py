# says: Take .values or .indices.
import torch
def knn_predict(X_train, y_train, X, k):
    d = (X[:, None] - X_train).norm(dim=2)
    return torch.mode(y_train[d.argsort(dim=1, stable=True)[:, :k]], dim=1)
