# WRONG: the mean of both directions; witness: distillation_loss(np.array([[0.0, 0.0]]), np.array([[0.0, 3.0]]))
import numpy as np

def distillation_loss(student, teacher, temperature=2.0):
    f = lambda z: z/temperature - np.logaddexp.reduce(z/temperature, axis=-1, keepdims=True)
    t, s = f(teacher), f(student)
    k = lambda a, b: np.mean(np.sum(np.exp(a)*(a-b), 1))
    return temperature**2*(k(t,s)+k(s,t))/2
