import numpy as np


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    mu, sigma = rewards.mean(), rewards.std()
    total = []
    for lp, olp, rlp, r, m in zip(logp, old_logp, ref_logp, rewards, mask.astype(bool)):
        a = (r - mu) / (sigma + 1e-8)
        rho = np.exp(lp[m] - olp[m])
        d = rlp[m] - lp[m]
        total.append(np.mean(-np.minimum(rho * a, rho.clip(1 - clip, 1 + clip) * a) + beta * (np.expm1(d) - d)))
    return np.mean(total)
