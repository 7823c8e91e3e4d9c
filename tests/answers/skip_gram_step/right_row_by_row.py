import math
import numpy as np


def sigmoid(t):
    if t < 0:
        return 1 - sigmoid(-t)
    return 1 / (1 + math.exp(-t))


def skip_gram_step(center, context, negatives, lr):
    grad = (sigmoid(float(context @ center)) - 1) * context
    new_context = context - lr * (sigmoid(float(context @ center)) - 1) * center
    rows = []
    for v in negatives:
        s = sigmoid(float(v @ center))
        grad = grad + s * v
        rows.append(v - lr * s * center)
    return [center - lr * grad, new_context, np.array(rows)]
