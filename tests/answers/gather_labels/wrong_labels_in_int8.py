# WRONG: labels are used modulo their int8 copy: wrong from class 128 on
import numpy as np
def gather_labels(probs, labels):
    return probs[np.arange(len(labels)), labels.astype(np.int8)]
