import numpy as np


def reinforce_gradient(logits, actions, advantages):
    out = np.zeros(logits.shape)
    for i in range(len(actions)):
        w = np.exp(logits[i] - logits[i].max())
        out[i] = w / w.sum()
        out[i][actions[i]] -= 1
        out[i] *= advantages[i]
    out /= len(actions)
    return out
