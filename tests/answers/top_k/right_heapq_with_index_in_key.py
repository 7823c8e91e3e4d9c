import numpy as np
import heapq
def top_k(scores, k):
    return np.array([heapq.nlargest(k, range(len(r)), key=lambda j, r=r: (r[j], -j)) for r in scores.tolist()], dtype=np.int32).reshape(len(scores), k)
