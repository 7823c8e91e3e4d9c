# averages each sequence first, then the sequences
import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    k = mask.astype(bool)
    ratio = np.exp(np.where(k, logp - old_logp, 0))
    A = np.where(k, advantages, 0)
    gain = np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A)
    return -np.mean(gain.sum(axis=1) / np.maximum(k.sum(axis=1), 1))
