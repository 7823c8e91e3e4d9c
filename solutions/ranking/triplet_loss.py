"""Batch-hard triplet loss from one matrix of distances.

Two masks say which pairs are positives and which are negatives. Filling the rest with −∞ or +∞ keeps it out of the
maximum and the minimum, and shows at the same time which anchors lack one. Distances come from differences, so equal
rows are exactly 0 apart.

O(n² d) time and memory.
"""

import numpy as np


def triplet_loss(embeddings, labels, margin=1.0):
    """The mean of max(0, farthest positive − nearest negative + margin) over the anchors that have both."""
    differences = embeddings[:, None] - embeddings[None]  # (n, n, d)
    distances = np.sqrt(np.sum(differences**2, axis=-1))  # (n, n)
    same = labels[:, None] == labels
    positive = same & ~np.eye(len(labels), dtype=bool)
    farthest = np.max(np.where(positive, distances, -np.inf), axis=1)
    nearest = np.min(np.where(same, np.inf, distances), axis=1)
    valid = np.isfinite(farthest) & np.isfinite(nearest)
    if not np.any(valid):
        return 0.0
    return np.mean(np.maximum(farthest[valid] - nearest[valid] + margin, 0))


# What an interviewer asks next
#
# Why mine hard triplets? Most of the n³ triplets are already in order and give no gradient. The hardest ones have
# the largest loss, at the price of picking up mislabeled samples. Semi-hard mining takes negatives that are farther
# than the positive but within the margin.
#
# How can training collapse? If all embeddings become equal, every distance is 0 and the loss is the margin
# everywhere. With only the hardest triplets this can happen early. A lower learning rate or semi-hard negatives help.
# Unit length alone does not: all embeddings can be equal on the sphere too.
#
# What must the batch look like? Each label needs at least two samples, and there must be two labels. So batches are
# drawn as P labels with K samples each.
#
# What about the gradient of the distance at 0? The root has an infinite slope there, so backpropagation gives NaN
# for duplicates. Add a small constant inside the root, or use squared distances.
