# WRONG: (n - k + 1) // s, which is right for stride 1 and whenever s divides n - k + 1, but drops the last window otherwise; witness: conv_output_size(5, 3, 2)
import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    valid = size + 2 * padding - kernel + 1
    if valid <= 0:
        raise ValueError("kernel larger than the padded input")
    return max(valid // stride, 1)
