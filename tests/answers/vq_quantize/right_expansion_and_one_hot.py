import numpy as np

def vq_quantize(z, codebook):
    d = np.sqrt(np.maximum((z**2).sum(1)[:, None] - 2*z @ codebook.T + (codebook**2).sum(1), 0))
    i = np.argmin(d, 1)
    q = np.eye(len(codebook))[i] @ codebook
    return i, q, np.mean((q-z)**2) + 0.25*np.mean((q-z)**2)
