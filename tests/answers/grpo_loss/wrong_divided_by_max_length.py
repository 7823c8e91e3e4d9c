# divides by T instead of by each completion's own length
import numpy as np


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    k = mask.astype(bool)
    A = ((rewards - rewards.mean()) / (rewards.std() + 1e-8))[:, None]
    r = np.exp(np.where(k, logp - old_logp, 0))
    d = np.where(k, ref_logp - logp, 0)
    loss = -np.minimum(r * A, np.clip(r, 1 - clip, 1 + clip) * A) + beta * (np.exp(d) - d - 1)
    return (loss * k).mean()
