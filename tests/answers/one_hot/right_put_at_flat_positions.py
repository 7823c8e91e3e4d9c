import numpy as np
def one_hot(labels, n_classes=None):
    if n_classes is None:
        n_classes = int(labels.max()) + 1
    if np.any((labels < 0) | (labels >= n_classes)):
        raise ValueError
    out = np.zeros(len(labels) * n_classes)
    np.put(out, np.arange(len(labels)) * n_classes + labels.astype(np.int64), 1)
    return out.reshape(len(labels), n_classes)
