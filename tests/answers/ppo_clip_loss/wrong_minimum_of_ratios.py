# takes the smaller ratio before the advantage is known
import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    k = mask.astype(bool)
    ratio = np.exp(logp[k] - old_logp[k])
    return -np.mean(np.minimum(ratio, 1 + clip) * advantages[k])
