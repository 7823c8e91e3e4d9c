# WRONG: the KL is taken from the student to the teacher; witness: distillation_loss(np.array([[0.0, 0.0]]), np.array([[0.0, 3.0]]))
import numpy as np


def distillation_loss(student, teacher, temperature=2.0):
    def logp(z):
        z = z / temperature
        z = z - z.max(1, keepdims=True)
        return z - np.log(np.exp(z).sum(1, keepdims=True))

    s, t = logp(student), logp(teacher)
    return temperature**2 * np.mean(np.sum(np.exp(s) * (s - t), axis=1))
