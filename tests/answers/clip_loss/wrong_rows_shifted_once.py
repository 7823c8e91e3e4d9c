# WRONG: the row maximum is subtracted once and used for the columns too
import numpy as np


def clip_loss(images, texts, temperature=0.07):
    a = images / np.linalg.norm(images, axis=1, keepdims=True)
    b = texts / np.linalg.norm(texts, axis=1, keepdims=True)
    z = a @ b.T / temperature
    z = z - z.max(axis=1, keepdims=True)
    d = np.diag(z)
    rows = np.log(np.exp(z).sum(axis=1)) - d
    cols = np.log(np.exp(z).sum(axis=0)) - d
    return 0.5 * (rows.mean() + cols.mean())
