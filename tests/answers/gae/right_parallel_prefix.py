import numpy as np


def gae(rewards, values, gamma, lam):
    """Parallel prefix: after the step with shift s every entry holds 2s terms."""
    r = np.asarray(rewards, dtype=np.float64)
    v = np.asarray(values, dtype=np.float64)
    adv = r + gamma * v[1:] - v[:-1]
    factor, shift = gamma * lam, 1
    while shift < adv.size:
        nxt = adv.copy()
        nxt[:-shift] += factor * adv[shift:]
        adv, factor, shift = nxt, factor * factor, 2 * shift
    return adv
