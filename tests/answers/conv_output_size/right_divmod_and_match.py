import operator

import numpy as np


class KernelTooLarge(ValueError):
    pass


def conv_output_size(size, kernel, stride=1, padding=0):
    size, kernel, stride, padding = map(operator.index, (size, kernel, stride, padding))
    steps, _leftover = divmod(size + 2 * padding - kernel, stride)
    # divmod floors, so steps < 0 exactly when the kernel sticks out
    match steps:
        case s if s < 0:
            raise KernelTooLarge(kernel)
        case s:
            return s + 1
