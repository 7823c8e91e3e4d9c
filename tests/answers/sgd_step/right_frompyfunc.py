import numpy as np

_update = np.frompyfunc(lambda a, g, lr: a - lr * g, 3, 1)


def sgd_step(w, grad, lr):
    return np.asarray(_update(np.asarray(w, float), np.asarray(grad, float), lr), dtype=float)
