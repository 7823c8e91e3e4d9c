# WRONG: a kernel exactly as large as the padded input raises instead of giving 1; witness: conv_output_size(5, 7, 3, 1)
import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    padded = size + 2 * padding
    if padded <= kernel:
        raise ValueError("kernel too large")
    return (padded - kernel) // stride + 1
