import numpy as np


def batches(X, y, batch_size, rng, drop_last=False):
    order = list(range(len(X)))
    for i in range(len(order) - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        order[i], order[j] = order[j], order[i]
    result = []
    while order:
        piece, order = order[:batch_size], order[batch_size:]
        if len(piece) == batch_size or not drop_last:
            result.append([np.stack([X[i] for i in piece]), np.array([y[i] for i in piece])])
    return result
