# WRONG: exp(-logit) overflows and the loss of a confident miss is infinite; witness: focal_loss(np.array([-1e4]), np.array([1]))
import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    losses = []
    for z, y in zip(logits, y_true):
        p = sigmoid(z)
        if y == 1:
            losses.append(-alpha * (1 - p) ** gamma * np.log(p))
        else:
            losses.append(-(1 - alpha) * p**gamma * np.log(1 - p))
    return np.mean(losses)
