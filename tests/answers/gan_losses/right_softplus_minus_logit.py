import numpy as np

def gan_losses(real_logits, fake_logits):
    sp = lambda z: np.maximum(z,0)+np.log1p(np.exp(-np.abs(z)))
    D = np.mean(sp(-real_logits)) + np.mean(sp(fake_logits))
    G = np.mean(sp(fake_logits) - fake_logits)
    return {0: D, 1: G}[0], G
