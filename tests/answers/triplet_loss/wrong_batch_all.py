# WRONG: the mean over all triplets
import numpy as np


def triplet_loss(embeddings, labels, margin=1.0):
    D = np.sqrt(((embeddings[:, None] - embeddings) ** 2).sum(-1))
    n = len(labels)
    losses = [
        max(0, D[a, p] - D[a, k] + margin)
        for a in range(n)
        for p in range(n)
        for k in range(n)
        if a != p and labels[a] == labels[p] and labels[a] != labels[k]
    ]
    return float(np.mean(losses)) if losses else 0.0
