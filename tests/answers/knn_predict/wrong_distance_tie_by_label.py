# WRONG: pairs (distance, label) are sorted, so equal distances go by label instead of training index; witness: knn_predict(np.array([[1.0], [-1.0]]), np.array([1, 0]), np.zeros((1, 1)), 1)
import numpy as np


def knn_predict(X_train, y_train, X, k):
    out = []
    for q in X:
        pairs = sorted((float(((t - q) ** 2).sum()), int(lab)) for t, lab in zip(X_train, y_train))
        out.append(np.bincount([lab for _, lab in pairs[:k]]).argmax())
    return np.array(out)
