import numpy as np


def repetition_penalty(logits, generated, penalty):
    out = np.array(logits, copy=True)
    if len(generated) == 0:
        return out
    picked = logits[list(generated)]
    # repeated ids all write the same value
    out[list(generated)] = np.where(picked < 0, picked * penalty, picked / penalty)
    return out
