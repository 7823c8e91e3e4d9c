# an integer mask used as an index picks rows 0 and 1 instead of tokens
import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    mask = mask.astype(int)
    ratio = np.exp((logp - old_logp)[mask])
    A = advantages[mask]
    return -np.mean(np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A))
