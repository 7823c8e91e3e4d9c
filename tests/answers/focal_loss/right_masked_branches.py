import numpy as np


def log_sigmoid(s):
    out = np.empty(len(s))
    pos = s >= 0
    out[pos] = -np.log1p(np.exp(-s[pos]))
    out[~pos] = s[~pos] - np.log1p(np.exp(s[~pos]))
    return out


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    sign = 2.0 * y_true - 1.0
    s = np.asarray(logits, dtype=np.float64) * sign
    lp = log_sigmoid(s)
    lq = log_sigmoid(-s)
    at = 0.5 + sign * (alpha - 0.5)
    return float(np.dot(at, np.exp(gamma * lq) * -lp) / len(s))
