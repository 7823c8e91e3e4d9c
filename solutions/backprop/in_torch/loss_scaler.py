import torch


class LossScaler:
    """Divides gradients by a scale that is halved after an overflow and doubled after a run of good calls."""

    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale = scale
        self.growth_interval = growth_interval
        self.good_calls = 0  # in a row

    def unscale(self, grads):
        """The gradients divided by the scale, or None if any entry is not finite."""
        if not all(torch.isfinite(grad).all() for grad in grads):
            self.scale /= 2
            self.good_calls = 0
            return None
        unscaled = [grad / self.scale for grad in grads]  # before the scale grows; div_() would change grads
        self.good_calls += 1
        if self.good_calls == self.growth_interval:
            self.scale *= 2
            self.good_calls = 0
        return unscaled
