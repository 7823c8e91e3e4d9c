import numpy as np

def label_smoothing_loss(logits, labels, smoothing=0.1):
    n, C = logits.shape
    lse = np.array([np.logaddexp.reduce(r) for r in logits])
    picked = np.array([logits[i, y] for i, y in enumerate(labels)])
    return np.mean(lse) - (1-smoothing)*np.mean(picked) - smoothing*np.mean(logits)
