# WRONG: 1e-8 inside the logarithm caps the loss at low temperatures
import numpy as np


def softmax(z, axis):
    e = np.exp(z - z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def clip_loss(images, texts, temperature=0.07):
    a = images / np.linalg.norm(images, axis=-1, keepdims=True)
    b = texts / np.linalg.norm(texts, axis=-1, keepdims=True)
    z = a @ b.T / temperature
    losses = [-np.log(np.diag(softmax(z, axis)) + 1e-8).mean() for axis in (0, 1)]
    return sum(losses) / 2
