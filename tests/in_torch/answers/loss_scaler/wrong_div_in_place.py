# mistake: same_arrays_returned
import torch


class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale = scale
        self.growth_interval = growth_interval
        self.good_calls = 0

    def unscale(self, grads):
        if any(not grad.isfinite().all() for grad in grads):
            self.scale /= 2
            self.good_calls = 0
            return None
        for grad in grads:
            grad.div_(self.scale)
        self.good_calls += 1
        if self.good_calls == self.growth_interval:
            self.scale *= 2
            self.good_calls = 0
        return grads
