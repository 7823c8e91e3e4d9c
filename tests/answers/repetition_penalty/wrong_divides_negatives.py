# WRONG: a negative logit is divided, which makes the token more likely
import numpy as np


def repetition_penalty(logits, generated, penalty):
    out = logits.copy()
    out[list(set(generated))] /= penalty
    return out
