# WRONG: the center gets the mean over the negatives instead of the sum
import numpy as np


def skip_gram_step(center, context, negatives, lr):
    sig = lambda z: 0.5 * (np.tanh(0.5 * z) + 1)
    p = sig(context @ center) - 1
    q = sig(negatives @ center)
    return center - lr * (p * context + (q[:, None] * negatives).mean(0)), context - lr * p * center, negatives - lr * q[:, None] * center
