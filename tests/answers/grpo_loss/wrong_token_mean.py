# one mean over all tokens: long completions count more
import numpy as np


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    k = mask.astype(bool)
    A = np.broadcast_to(((rewards - rewards.mean()) / (rewards.std() + 1e-8))[:, None], mask.shape)[k]
    r, d = np.exp(logp[k] - old_logp[k]), ref_logp[k] - logp[k]
    return np.mean(-np.minimum(r * A, np.clip(r, 1 - clip, 1 + clip) * A) + beta * (np.exp(d) - d - 1))
