# WRONG: log(1 + exp(z)) overflows; witness: gan_losses(np.array([-1e4]), np.array([0.0]))
import numpy as np


def softplus(z):
    return np.log(1 + np.exp(z))


def gan_losses(real_logits, fake_logits):
    return softplus(-real_logits).mean() + softplus(fake_logits).mean(), softplus(-fake_logits).mean()
