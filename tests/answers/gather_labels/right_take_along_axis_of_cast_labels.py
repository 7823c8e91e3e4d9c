import numpy as np
def gather_labels(probs, labels):
    return np.take_along_axis(probs, np.expand_dims(np.asarray(labels).astype(np.intp), 1), axis=1)[:, 0]
