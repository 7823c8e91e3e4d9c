import numpy as np


def bce_with_logits(z, target):
    z = np.asarray(z, dtype=float)
    return np.mean(np.clip(z, 0, None) - z * target + np.log1p(np.exp(-np.abs(z))))


def gan_losses(real_logits, fake_logits):
    d_real = bce_with_logits(real_logits, 1)
    d_fake = bce_with_logits(fake_logits, 0)
    return d_real + d_fake, bce_with_logits(fake_logits, 1)
