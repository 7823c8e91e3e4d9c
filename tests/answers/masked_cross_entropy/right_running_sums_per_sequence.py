import numpy as np


def _nll(row, y):
    m = row.max()
    return m + np.log(np.exp(row - m).sum()) - row[y]


def masked_cross_entropy(logits, labels, ignore_index=-100):
    total, count = 0.0, 0
    for b in range(labels.shape[0]):
        for t in range(labels.shape[1]):
            y = labels[b, t]
            if y == ignore_index:
                continue
            total += _nll(logits[b, t], y)
            count += 1
    if count == 0:
        return 0.0
    return total / count
