# WRONG: the factor T ** 2 is missing; witness: distillation_loss(np.array([[0.0, 0.0]]), np.array([[0.0, 3.0]]))
import numpy as np


def log_softmax(z):
    return z - np.logaddexp.reduce(z, axis=1)[:, None]


def distillation_loss(student, teacher, temperature=2.0):
    lq, lp = log_softmax(student / temperature), log_softmax(teacher / temperature)
    return np.sum(np.exp(lp) * (lp - lq)) / len(student)
