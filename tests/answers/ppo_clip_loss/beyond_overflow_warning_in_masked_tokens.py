import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    ratio = np.exp(logp - old_logp)
    gain = np.minimum(ratio * advantages, np.clip(ratio, 1 - clip, 1 + clip) * advantages)
    return -gain[mask.astype(bool)].mean()
