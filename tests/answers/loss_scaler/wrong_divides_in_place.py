# WRONG: divides the caller's arrays in place; witness: (lambda g: (LossScaler(2.0).unscale([g]), g))(np.array([2.0]))
import numpy as np


class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.growth_interval, self.n = scale, growth_interval, 0

    def unscale(self, grads):
        if any(not np.isfinite(g).all() for g in grads):
            self.scale, self.n = self.scale / 2, 0
            return None
        for g in grads:
            g /= self.scale
        self.n += 1
        if self.n == self.growth_interval:
            self.scale, self.n = self.scale * 2, 0
        return grads
