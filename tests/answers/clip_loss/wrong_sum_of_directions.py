# WRONG: the two directions are added, not averaged
import numpy as np


def xent(z):
    z = z - z.max(1, keepdims=True)
    return (np.log(np.exp(z).sum(1)) - np.diag(z)).mean()


def clip_loss(images, texts, temperature=0.07):
    a = images / np.sqrt((images**2).sum(1, keepdims=True))
    b = texts / np.sqrt((texts**2).sum(1, keepdims=True))
    z = a @ b.T / temperature
    return xent(z) + xent(z.T)
