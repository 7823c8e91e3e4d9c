# WRONG: the caller's logits are changed
import numpy as np


def repetition_penalty(logits, generated, penalty):
    for t in set(generated):
        logits[t] = logits[t] / penalty if logits[t] > 0 else logits[t] * penalty
    return logits
