# WRONG: squared distances, averaged over the anchors with a positive loss
import numpy as np


def triplet_loss(embeddings, labels, margin=1.0):
    losses = []
    for i, (x, y) in enumerate(zip(embeddings, labels)):
        d = ((embeddings - x) ** 2).sum(axis=1)
        pos = (labels == y) & (np.arange(len(labels)) != i)
        neg = labels != y
        if pos.any() and neg.any():
            loss = d[pos].max() - d[neg].min() + margin
            if loss > 0:
                losses.append(loss)
    return np.mean(losses) if losses else 0.0
