import numpy as np


def knn_predict(X_train, y_train, X, k):
    """Sorted (distance, index) pairs and a dictionary of votes."""
    train = np.asarray(X_train, dtype=float).tolist()
    y = [int(v) for v in y_train]
    answer = []
    for q in np.asarray(X, dtype=float).tolist():
        pairs = sorted((sum((a - b) ** 2 for a, b in zip(q, t)), i) for i, t in enumerate(train))
        votes = {}
        for _, i in pairs[:k]:
            votes[y[i]] = votes.get(y[i], 0) + 1
        answer.append(min(votes, key=lambda lab: (-votes[lab], lab)))
    return np.array(answer)
