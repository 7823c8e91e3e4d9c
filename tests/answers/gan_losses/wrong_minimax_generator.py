# WRONG: the saturating generator loss log(1 - sigmoid); witness: gan_losses(np.array([0.0]), np.array([1.0]))
import numpy as np


def gan_losses(real_logits, fake_logits):
    d_loss = np.logaddexp(0, -real_logits).mean() + np.logaddexp(0, fake_logits).mean()
    g_loss = -np.logaddexp(0, fake_logits).mean()
    return d_loss, g_loss
