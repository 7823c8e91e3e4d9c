import numpy as np


def cross_entropy(logits, labels):
    z = logits - np.max(logits, axis=-1, keepdims=True)
    logp = z - np.log(np.sum(np.exp(z), axis=-1, keepdims=True))
    return -np.mean(logp[np.arange(len(labels)), labels])


def clip_loss(images, texts, temperature=0.07):
    I = images / np.linalg.norm(images, axis=1)[:, None]
    T = texts / np.linalg.norm(texts, axis=1)[:, None]
    logits = np.dot(I, T.T) / temperature
    labels = np.arange(len(I))
    return (cross_entropy(logits, labels) + cross_entropy(logits.T, labels)) / 2
