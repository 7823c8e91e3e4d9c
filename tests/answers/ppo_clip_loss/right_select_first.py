import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    idx = np.flatnonzero(np.asarray(mask).reshape(-1))
    lp, olp, adv = (np.asarray(a).reshape(-1)[idx] for a in (logp, old_logp, advantages))
    r = np.exp(lp - olp)
    surr1 = r * adv
    surr2 = np.clip(r, 1 - clip, 1 + clip) * adv
    return float(-np.minimum(surr1, surr2).mean())
