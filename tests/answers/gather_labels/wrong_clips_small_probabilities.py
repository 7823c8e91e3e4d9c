# WRONG: clips the probability from below at 1e-6: a zero does not come back as zero
import numpy as np
def gather_labels(probs, labels):
    return np.clip(probs[np.arange(len(labels)), labels], 1e-6, 1.0)
