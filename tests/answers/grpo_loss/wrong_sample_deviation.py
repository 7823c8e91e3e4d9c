# the deviation with G - 1, as other libraries compute it by default
import numpy as np


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    k = mask.astype(bool)
    s = rewards.std(ddof=1) if len(rewards) > 1 else 0.0
    A = ((rewards - rewards.mean()) / (s + 1e-8))[:, None]
    r = np.exp(np.where(k, logp - old_logp, 0))
    d = np.where(k, ref_logp - logp, 0)
    loss = -np.minimum(r * A, np.clip(r, 1 - clip, 1 + clip) * A) + beta * (np.exp(d) - d - 1)
    return np.mean((loss * k).sum(axis=1) / k.sum(axis=1))
