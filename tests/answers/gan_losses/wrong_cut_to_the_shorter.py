# WRONG: uses min(n, m) samples of each; witness: gan_losses(np.array([0.0, 1.0]), np.array([1.0]))
import numpy as np

def gan_losses(real_logits, fake_logits):
    k = min(len(real_logits), len(fake_logits))
    r, f = real_logits[:k], fake_logits[:k]
    sp = lambda z: np.logaddexp(0, z)
    return sp(-r).mean()+sp(f).mean(), sp(-f).mean()
