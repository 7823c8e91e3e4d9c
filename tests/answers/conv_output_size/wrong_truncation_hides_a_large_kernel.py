# WRONG: checks the result rather than the kernel and int() truncates towards zero, so a kernel slightly too large with stride > 1 does not raise; witness: conv_output_size(5, 6, 2, 0)
import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    out = int((size + 2 * padding - kernel) / stride) + 1
    if out < 1:
        raise ValueError("kernel larger than the padded input")
    return out
