import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    """floor((size + 2p - k) / s) + 1"""
    span = size + 2 * padding - kernel
    if span < 0:
        raise ValueError(f"kernel {kernel} does not fit into {size} + 2*{padding}")
    return span // stride + 1
