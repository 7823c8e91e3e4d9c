import torch


def knn_predict(X_train, y_train, X, k):
    """Return the majority label among the k nearest training samples of each row."""
    distances = (X[:, None] - X_train).norm(dim=2)
    # topk leaves the order of equal distances open.
    nearest = distances.argsort(dim=1, stable=True)[:, :k]
    votes = torch.nn.functional.one_hot(y_train.long()[nearest]).sum(dim=1)
    return votes.argmax(dim=1)
