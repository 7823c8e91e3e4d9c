import numpy as np


def gather_labels(probs, labels):
    picked = []
    for row, label in zip(probs.tolist(), labels.tolist()):
        picked.append(row[label])
    return np.array(picked)
