# WRONG: the label gets 1 - smoothing without its share smoothing / C; witness: label_smoothing_loss(np.array([[0.0, 1.0, 2.0]]), np.array([0]), 0.3)
import numpy as np


def label_smoothing_loss(logits, labels, smoothing=0.1):
    total = 0.0
    for row, y in zip(logits, labels):
        logp = row - np.logaddexp.reduce(row)
        for c, lp in enumerate(logp):
            total -= ((1 - smoothing) if c == y else smoothing / len(row)) * lp
    return total / len(labels)
