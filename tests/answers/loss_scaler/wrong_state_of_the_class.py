# WRONG: the count is an attribute of the class, changed through the class; witness: [a.unscale([np.ones(1)]) for a in (LossScaler(2.0, 2), LossScaler(2.0, 2))]
import numpy as np


class LossScaler:
    good = 0

    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.growth_interval = scale, growth_interval

    def unscale(self, grads):
        if any(not np.isfinite(g).all() for g in grads):
            self.scale /= 2
            LossScaler.good = 0
            return None
        out = [g / self.scale for g in grads]
        LossScaler.good += 1
        if LossScaler.good == self.growth_interval:
            self.scale *= 2
            LossScaler.good = 0
        return out
