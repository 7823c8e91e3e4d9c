import math
import numpy as np


def _sig(x):
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


def _one(x, y, gamma, alpha):
    if y == 0:
        x, alpha = -x, 1 - alpha
    nll = math.log1p(math.exp(-x)) if x > 0 else -x + math.log1p(math.exp(x))
    return alpha * _sig(-x) ** gamma * nll


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    return sum(_one(float(x), int(y), gamma, alpha) for x, y in zip(logits, y_true)) / len(y_true)
