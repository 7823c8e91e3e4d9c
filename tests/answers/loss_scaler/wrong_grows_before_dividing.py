# WRONG: the call that completes the interval divides by the doubled scale; witness: LossScaler(4.0, 1).unscale([np.array([4.0])])
import numpy as np


class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale = scale
        self.growth_interval = growth_interval
        self.tracker = 0

    def unscale(self, grads):
        found_inf = any(not np.all(np.isfinite(g)) for g in grads)
        if found_inf:
            self.scale *= 0.5
            self.tracker = 0
            return None
        self.tracker += 1
        if self.tracker == self.growth_interval:
            self.scale *= 2.0
            self.tracker = 0
        return [g / self.scale for g in grads]
