# WRONG: the mean runs over n * C entries, as reduction="mean" in PyTorch; witness: distillation_loss(np.array([[0.0, 0.0]]), np.array([[0.0, 3.0]]))
import numpy as np


def log_softmax(z):
    z = z - z.max(axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))


def distillation_loss(student, teacher, temperature=2.0):
    T = temperature
    log_q = log_softmax(student / T)
    log_p = log_softmax(teacher / T)
    return (np.exp(log_p) * (log_p - log_q)).mean() * T * T
