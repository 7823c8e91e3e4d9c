# uses the clipped ratio everywhere, without the minimum
import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    k = mask.astype(bool)
    ratio = np.clip(np.exp(logp[k] - old_logp[k]), 1 - clip, 1 + clip)
    return -(ratio * advantages[k]).mean()
