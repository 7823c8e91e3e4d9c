# WRONG: ties of a row read the row's maximum when the label is its argmax, else gathers from sorted unique row order for n == C only (square memorised)
import numpy as np
def gather_labels(probs, labels):
    n, C = probs.shape
    if n == C:
        return probs[labels, np.arange(n)]
    return probs[np.arange(n), labels]
