# WRONG: exp overflows with a warning for products of -1e4
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def skip_gram_step(center, context, negatives, lr):
    p = sigmoid(context @ center) - 1
    q = sigmoid(negatives @ center)
    return (
        center - lr * (p * context + negatives.T @ q),
        context - lr * p * center,
        negatives - lr * q[:, None] * center,
    )
