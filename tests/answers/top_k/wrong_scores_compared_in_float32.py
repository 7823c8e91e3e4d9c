# WRONG: compares scores after a float32 cast: float64 scores that differ in the 10th digit are taken for ties
import numpy as np
def top_k(scores, k):
    return np.argsort(-scores.astype(np.float32), axis=1, kind="stable")[:, :k]
