# WRONG: the penalty is applied again for every occurrence
import numpy as np


def repetition_penalty(logits, generated, penalty):
    out = logits.copy()
    for t in generated:
        out[t] = out[t] / penalty if out[t] > 0 else out[t] * penalty
    return out
