# WRONG: pairs at distance 0 are taken for the anchor itself
import numpy as np


def triplet_loss(embeddings, labels, margin=1.0):
    out = []
    for x, y in zip(embeddings, labels):
        d = np.linalg.norm(embeddings - x, axis=1)
        pos, neg = d[(labels == y) & (d > 0)], d[labels != y]
        if pos.size and neg.size:
            out.append(max(0.0, pos.max() - neg.min() + margin))
    return np.mean(out) if out else 0.0
