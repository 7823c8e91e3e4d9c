# WRONG: reverses the end of an ascending sort, and equal scores with it
import numpy as np
def top_k(scores,k):
    return np.argsort(scores,axis=1)[:,-k:][:,::-1]
