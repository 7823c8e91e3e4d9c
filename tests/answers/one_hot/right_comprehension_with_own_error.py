import numpy as np
class LabelError(ValueError): pass
def one_hot(labels, n_classes=None):
    ls = [int(l) for l in labels]
    k = max(ls) + 1 if n_classes is None else n_classes
    if any(not 0 <= l < k for l in ls):
        raise LabelError('bad')
    return np.array([[1.0 if j == l else 0.0 for j in range(k)] for l in ls])
