"""Dynamic loss scaling: search for the largest scale that does not overflow, and go on searching.

np.isfinite looks at each entry by itself. A test of the sum or the norm would be shorter, but large finite entries can
overflow in it. The division comes before the scale grows, because these gradients were made with the old scale. Powers
of two change only the exponent of a float, so scaling and unscaling cost no precision.

O(number of entries) time and memory per call.
"""

import numpy as np


class LossScaler:
    """Divides gradients by a scale that adapts: halved at an overflow, doubled after a run of good calls."""

    def __init__(self, scale=65536.0, growth_interval=2000):
        self.scale = scale
        self.growth_interval = growth_interval
        self.good_calls = 0  # in a row

    def unscale(self, grads):
        """The gradients divided by the scale, or None if any entry is not finite."""
        if not all(np.all(np.isfinite(grad)) for grad in grads):
            self.scale /= 2
            self.good_calls = 0
            return None
        unscaled = [grad / self.scale for grad in grads]  # with the scale that they were made with
        self.good_calls += 1
        if self.good_calls == self.growth_interval:
            self.scale *= 2
            self.good_calls = 0
        return unscaled


# What an interviewer asks next
#
# Why is the step skipped, and not only the bad entries set to 0? An infinite entry says that its true value was too
# large to represent, so 0 is the worst guess. And other entries may have come from the same overflow.
#
# Where does gradient clipping go? After unscaling and before the step. The norm of scaled gradients is too large by the
# scale, so a fixed bound would clip nearly every step.
#
# Are skipped steps a sign of trouble? Not at the start and not now and then: the scaler tries a larger scale about
# every 2,000 steps, and one skipped step then tells it the limit. If the scale falls step after step, the loss or
# a gradient is NaN or infinite at any scale.
#
# Why are the weights kept in float32 beside the float16 copy? An update is often below 1/2048 of its weight. Near 1,
# float16 has steps of about 0.001, so the sum would round back to the old weight.
