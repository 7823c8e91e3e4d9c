import numpy as np


def label_smoothing_loss(logits, labels, smoothing=0.1):
    z = np.array(logits, dtype=np.float64).T
    z -= z.max(axis=0)
    lse = np.log(np.sum(np.exp(z), axis=0))
    nll = lse - np.choose(labels, z) if len(z) <= 32 else lse - z[labels, np.arange(z.shape[1])]
    uniform = lse - z.mean(axis=0)
    return np.dot([1 - smoothing, smoothing], [nll.mean(), uniform.mean()])
