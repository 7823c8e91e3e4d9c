import numpy as np


def triplet_loss(embeddings, labels, margin=1.0):
    n = len(embeddings)
    total, count = 0.0, 0
    for a in range(n):
        pos = [np.linalg.norm(embeddings[a] - embeddings[j]) for j in range(n) if j != a and labels[j] == labels[a]]
        neg = [np.linalg.norm(embeddings[a] - embeddings[j]) for j in range(n) if labels[j] != labels[a]]
        if not pos or not neg:
            continue
        total += max(0.0, max(pos) - min(neg) + margin)
        count += 1
    return total / count if count else 0.0
