import heapq
from operator import itemgetter
import numpy as np


def top_k_filter(logits, k):
    arr = np.array(logits, dtype=float)
    neg = [(-v, i) for i, v in enumerate(arr.tolist())]
    survivors = list(map(itemgetter(1), heapq.nsmallest(min(k, len(neg)), neg)))
    res = np.full_like(arr, -np.inf)
    res[survivors] = arr[survivors]
    return res
