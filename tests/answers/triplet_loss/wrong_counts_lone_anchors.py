# WRONG: the anchor is its own positive, so lone samples count
import numpy as np


def triplet_loss(embeddings, labels, margin=1.0):
    dist = np.linalg.norm(embeddings[:, None] - embeddings[None], axis=2)
    same = labels[:, None] == labels[None, :]
    if same.all():
        return 0.0
    hardest_pos = (dist * same).max(axis=1)
    hardest_neg = np.where(same, np.inf, dist).min(axis=1)
    return np.maximum(hardest_pos - hardest_neg + margin, 0).mean()
