# WRONG: the center moves first, and the others use the new one
import numpy as np


def skip_gram_step(center, context, negatives, lr):
    sig = lambda z: np.exp(-np.logaddexp(0, -z))
    p = sig(context @ center) - 1
    q = sig(negatives @ center)
    center = center - lr * (p * context + q @ negatives)
    context = context - lr * p * center
    negatives = negatives - lr * np.outer(q, center)
    return center, context, negatives
