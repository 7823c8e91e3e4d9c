from dataclasses import dataclass
import numpy as np


@dataclass
class Moment:
    value: np.ndarray
    beta: float

    def update(self, x):
        return Moment(self.beta * self.value + (1.0 - self.beta) * x, self.beta)

    def corrected(self, t):
        return self.value / (1.0 - np.power(float(self.beta), t))


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    first = Moment(m, beta1).update(grad)
    second = Moment(v, beta2).update(np.multiply(grad, grad))
    denom = np.sqrt(second.corrected(t)) + eps
    return w - lr * np.divide(first.corrected(t), denom), first.value, second.value
