import numpy as np


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    A = ((rewards - rewards.mean()) / (rewards.std() + 1e-8))[:, None]
    ratio = np.exp(logp - old_logp)
    d = ref_logp - logp
    losses = beta * (np.exp(d) - d - 1) - np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A)
    losses = np.where(mask, losses, 0)
    return np.mean(losses.sum(axis=1) / mask.sum(axis=1))
