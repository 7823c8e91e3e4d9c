import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    # x / sqrt(s / d + eps) = x * sqrt(d) / sqrt(s + d * eps), feature axis in front
    feats = np.moveaxis(np.asarray(x, dtype=float), -1, 0)
    d = len(feats)
    s = sum(f * f for f in feats)
    scale = (d / (s + d * eps)) ** 0.5
    return np.stack([f * scale * g for f, g in zip(feats, gamma)], axis=-1)
