# WRONG: rounds to nearest instead of floor; witness: conv_output_size(10, 3, 4, 0)
import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    span = size + 2 * padding - kernel
    if span < 0:
        raise ValueError("kernel larger than the padded input")
    return int(round(span / stride)) + 1
