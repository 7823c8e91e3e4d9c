import numpy as np


def top_k(scores, k):
    result = []
    for row in scores.tolist():
        order = sorted(range(len(row)), key=lambda j: (-row[j], j))
        result.append(order[:k])
    return np.array(result, dtype=int)
