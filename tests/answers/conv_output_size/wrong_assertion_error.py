# WRONG: AssertionError instead of ValueError; witness: conv_output_size(3, 4)
import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    assert kernel <= size + 2 * padding, "kernel larger than the padded input"
    return (size + 2 * padding - kernel) // stride + 1
