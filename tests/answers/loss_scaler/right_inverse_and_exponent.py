import numpy as np


class LossScaler:
    """Keeps the start and an exponent; the scale is a property."""

    def __init__(self, scale=65536.0, growth_interval=2000):
        self._start = float(scale)
        self._power = 0
        self._interval = growth_interval
        self._until = growth_interval

    @property
    def scale(self):
        return self._start * 2.0**self._power

    def unscale(self, grads):
        s = self.scale
        ok = True
        for g in grads:
            ok = ok and not (np.isnan(g).any() or np.isinf(g).any())
        if not ok:
            self._power -= 1
            self._until = self._interval
            return None
        out = [g.astype(g.dtype, copy=True) for g in grads]
        out = [np.true_divide(g, s) for g in out]
        self._until -= 1
        if self._until == 0:
            self._power += 1
            self._until = self._interval
        return out
