import math
import numpy as np


def _bad(values):
    return any(math.isnan(v) or math.isinf(v) for v in np.array(values, dtype=float).ravel().tolist())


class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale = scale
        self.interval = growth_interval
        self.steps = 0

    def unscale(self, grads):
        if any(_bad(g) for g in grads):
            self.scale = 0.5 * self.scale
            self.steps = 0
            return None
        result = []
        for g in grads:
            copy = np.array(g)
            result.append(copy / self.scale)
        self.steps += 1
        if self.steps % self.interval == 0:
            self.scale = 2.0 * self.scale
        return result
