# WRONG: the context is pushed away and the negatives are pulled closer
import numpy as np


def skip_gram_step(center, context, negatives, lr):
    sig = lambda z: np.exp(-np.logaddexp(0, -z))
    p = sig(context @ center)
    q = sig(negatives @ center) - 1
    return center - lr * (p * context + q @ negatives), context - lr * p * center, negatives - lr * q[:, None] * center
