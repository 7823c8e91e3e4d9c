# WRONG: np.choose: fails for many classes (any C)
import numpy as np
def gather_labels(probs, labels):
    return np.choose(labels, list(probs.T))
