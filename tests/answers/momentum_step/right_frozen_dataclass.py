from dataclasses import dataclass
import numpy as np


@dataclass(frozen=True)
class State:
    w: np.ndarray
    v: np.ndarray

    def step(self, g, *, lr, beta):
        v = np.add(np.multiply(self.v, beta), g)
        return State(np.subtract(self.w, np.multiply(v, lr)), v)


def momentum_step(w, grad, v, lr, beta=0.9):
    s = State(w, v).step(grad, lr=lr, beta=beta)
    return s.w, s.v
