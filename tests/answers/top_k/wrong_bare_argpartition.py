# WRONG: argpartition alone: no order, and no rule for ties
import numpy as np
def top_k(scores,k):
    return np.argpartition(-scores,k-1)[:,:k]
