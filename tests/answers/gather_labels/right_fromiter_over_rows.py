import numpy as np
def gather_labels(probs, labels):
    return np.fromiter((row[int(c)] for row, c in zip(probs, labels)), dtype=float, count=len(labels))
