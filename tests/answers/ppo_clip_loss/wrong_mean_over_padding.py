# masked tokens are set to 0 but still divide the sum
import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    k = mask.astype(bool)
    ratio = np.exp(np.where(k, logp - old_logp, 0))
    A = np.where(k, advantages, 0)
    return -np.mean(np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A))
