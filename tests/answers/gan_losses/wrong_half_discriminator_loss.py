# WRONG: halves the discriminator's loss, as many tutorials do; witness: gan_losses(np.array([0.0]), np.array([0.0]))
import numpy as np


def softplus(z):
    return np.maximum(z, 0) + np.log1p(np.exp(-np.abs(z)))


def gan_losses(real_logits, fake_logits):
    d_loss = 0.5 * (softplus(-real_logits).mean() + softplus(fake_logits).mean())
    return d_loss, softplus(-fake_logits).mean()
