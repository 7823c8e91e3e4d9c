# WRONG: cross-entropy, the teacher's entropy is not subtracted; witness: distillation_loss(np.array([[0.0, 0.0]]), np.array([[0.0, 0.0]]))
import numpy as np


def distillation_loss(student, teacher, temperature=2.0):
    t = teacher / temperature
    p = np.exp(t - t.max(1, keepdims=True))
    p /= p.sum(1, keepdims=True)
    s = student / temperature
    s = s - s.max(1, keepdims=True)
    log_q = s - np.log(np.exp(s).sum(1, keepdims=True))
    return -(p * log_q).sum(1).mean() * temperature**2
