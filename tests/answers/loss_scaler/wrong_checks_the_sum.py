# WRONG: isfinite of the sum, which overflows for finite entries; witness: LossScaler(4.0).unscale([np.array([1.5e308, 1.5e308])])
import numpy as np


class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale, self.growth_interval, self.good = scale, growth_interval, 0

    def unscale(self, grads):
        with np.errstate(over="ignore", invalid="ignore"):
            finite = np.isfinite(sum(g.sum() for g in grads))
        if not finite:
            self.scale /= 2
            self.good = 0
            return None
        out = [g / self.scale for g in grads]
        self.good += 1
        if self.good == self.growth_interval:
            self.scale *= 2
            self.good = 0
        return out
