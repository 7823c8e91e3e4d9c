# WRONG: p * log(p / q) is NaN where both underflow to 0; witness: distillation_loss(np.array([[1e4, -1e4]]), np.array([[1e4, -1e4]]))
import numpy as np


def distillation_loss(student, teacher, temperature=2.0):
    def soft(z):
        e = np.exp((z - z.max(axis=1, keepdims=True)) / temperature)
        return e / e.sum(axis=1, keepdims=True)

    p, q = soft(teacher), soft(student)
    return (p * np.log(p / q)).sum(axis=1).mean() * temperature**2
