import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    m = np.array(mask, dtype=bool)
    log_ratio = np.zeros(logp.shape)
    np.subtract(logp, old_logp, out=log_ratio, where=m)
    ratio = np.exp(log_ratio)
    adv = np.where(m, advantages, 0)
    pg1 = -adv * ratio
    pg2 = -adv * ratio.clip(1 - clip, 1 + clip)
    return np.maximum(pg1, pg2).sum() / np.count_nonzero(m)
