# normalised by the number of classes (right for two classes)
import numpy as np
def entropy(y):
    c = np.unique(y, return_counts=True)[1]
    if len(c) < 2: return 0.0
    p = c / len(y); return -(p * np.log(p)).sum() / np.log(len(c))
