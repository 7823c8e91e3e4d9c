# WRONG: one column per label that occurs
import numpy as np
def gather_labels(probs,labels):
    return (np.eye(len(np.unique(labels)))[labels]*probs).sum(1)
