# inf times a mask of 0 is NaN
import numpy as np


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    A = ((rewards - rewards.mean()) / (rewards.std() + 1e-8))[:, None]
    r = np.exp(logp - old_logp)
    d = ref_logp - logp
    loss = -np.minimum(r * A, np.clip(r, 1 - clip, 1 + clip) * A) + beta * (np.exp(d) - d - 1)
    return ((loss * mask).sum(axis=1) / mask.sum(axis=1)).mean()
