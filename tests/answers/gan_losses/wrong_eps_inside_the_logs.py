# WRONG: log(p + 1e-8) caps a sure miss at 18.4; witness: gan_losses(np.array([-1e4]), np.array([0.0]))
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def gan_losses(real_logits, fake_logits):
    real, fake = sigmoid(real_logits), sigmoid(fake_logits)
    d = -np.mean(np.log(real + 1e-8)) - np.mean(np.log(1 - fake + 1e-8))
    return d, -np.mean(np.log(fake + 1e-8))
