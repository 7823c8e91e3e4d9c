import numpy as np


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    """Cross-entropy of a two-class softmax over the implicit rewards."""
    reward = beta * np.stack([
        np.asarray(chosen, dtype=np.float64) - np.asarray(ref_chosen, dtype=np.float64),
        np.asarray(rejected, dtype=np.float64) - np.asarray(ref_rejected, dtype=np.float64),
    ], axis=-1)
    top = reward.max(axis=-1, keepdims=True)
    lse = top[:, 0] + np.log(np.exp(reward - top).sum(axis=-1))
    return np.average(lse - reward[:, 0])
