import numpy as np


def one_hot(labels, n_classes=None):
    labels = [int(v) for v in labels]
    if n_classes is None:
        n_classes = max(labels) + 1
    rows = []
    for v in labels:
        if not 0 <= v < n_classes:
            raise ValueError(f"label {v} outside 0..{n_classes - 1}")
        rows.append([1.0 if c == v else 0.0 for c in range(n_classes)])
    return np.array(rows)
