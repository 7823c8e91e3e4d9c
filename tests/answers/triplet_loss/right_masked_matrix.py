import numpy as np


def triplet_loss(embeddings, labels, margin=1.0):
    sq = np.sum(embeddings**2, axis=1)
    d2 = sq[:, None] + sq[None, :] - 2 * embeddings.dot(embeddings.T)
    dist = np.sqrt(np.clip(d2, 0, None))
    n = len(labels)
    same = np.equal.outer(labels, labels)
    pos = same.copy()
    np.fill_diagonal(pos, False)
    neg = np.logical_not(same)
    ok = pos.any(1) & neg.any(1)
    if ok.sum() == 0:
        return 0.0
    hp = np.ma.masked_array(dist, ~pos).max(axis=1).filled(0)
    hn = np.ma.masked_array(dist, ~neg).min(axis=1).filled(0)
    return np.maximum(0, hp - hn + margin)[ok].sum() / ok.sum()
