# WRONG: log(p + 1e-12) caps the cost of a class that the student rules out; witness: distillation_loss(np.array([[1e4, -1e4]]), np.array([[-1e4, 1e4]]))
import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


def distillation_loss(student, teacher, temperature=2.0):
    p = softmax(teacher / temperature)
    q = softmax(student / temperature)
    return temperature**2 * np.mean(np.sum(p * (np.log(p + 1e-12) - np.log(q + 1e-12)), axis=1))
