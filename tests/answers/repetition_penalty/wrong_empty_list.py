# WRONG: np.array([]) holds floats, so an empty list cannot be used as an index
import numpy as np


def repetition_penalty(logits, generated, penalty):
    ids = np.unique(generated)
    out = logits.copy()
    out[ids] = np.where(out[ids] > 0, out[ids] / penalty, out[ids] * penalty)
    return out
