import numpy as np
from dataclasses import dataclass
from typing import Callable, Iterator


@dataclass(frozen=True)
class Descent:
    grad: Callable[[np.ndarray], np.ndarray]
    lr: float

    def iterates(self, start) -> Iterator[list]:
        point = [float(v) for v in start]
        while True:
            yield point
            g = self.grad(np.array(point))
            point = [p - self.lr * float(gi) for p, gi in zip(point, g)]


def gradient_descent(grad, w0, lr, n_steps):
    gen = Descent(grad, lr).iterates(w0)
    return np.vstack([next(gen) for _ in range(n_steps + 1)])
