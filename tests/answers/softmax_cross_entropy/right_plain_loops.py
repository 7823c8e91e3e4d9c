import math
import numpy as np


def softmax_cross_entropy(logits, labels):
    rows = [[float(v) for v in row] for row in logits]
    n = len(rows)
    total = 0.0
    grad = []
    for row, y in zip(rows, labels):
        y = int(y)
        m = max(row)
        exps = [math.exp(v - m) for v in row]
        s = math.fsum(exps)
        total += math.log(s) - (row[y] - m)
        grad.append([(e / s - (1.0 if j == y else 0.0)) / n for j, e in enumerate(exps)])
    return total / n, np.array(grad)
