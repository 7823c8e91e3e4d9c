import numpy as np


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    z = np.stack([np.zeros(len(logits)), np.asarray(logits, dtype=float)], axis=1)
    z = z - z.max(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    logpt = np.take_along_axis(logp, np.asarray(y_true)[:, None], axis=1)[:, 0]
    pt = np.exp(logpt)
    at = np.array([1 - alpha, alpha])[y_true]
    return -np.mean(at * (1 - pt) ** gamma * logpt)
