# WRONG: answers with a float as soon as stride > 1; witness: conv_output_size(7, 3, 2, 0)
import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    span = size + 2 * padding - kernel
    if span < 0:
        raise ValueError("kernel larger than the padded input")
    if stride == 1:
        return span + 1
    return np.floor(span / stride) + 1
