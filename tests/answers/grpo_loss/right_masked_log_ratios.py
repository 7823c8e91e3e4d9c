import numpy as np


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    m = np.asarray(mask).astype(float)
    on = m > 0
    adv = ((rewards - np.mean(rewards)) / (np.std(rewards) + 1e-8)).reshape(-1, 1)
    log_ratio = np.where(on, logp - old_logp, 0.0)
    r = np.exp(log_ratio)
    pg = np.maximum(-adv * r, -adv * np.clip(r, 1 - clip, 1 + clip))
    delta = np.where(on, ref_logp - logp, 0.0)
    kl = np.exp(delta) - delta - 1
    token_loss = (pg + beta * kl) * m
    return float((token_loss.sum(1) / m.sum(1)).mean())
