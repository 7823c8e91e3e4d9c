# WRONG: compares the kernel with the unpadded size, so raises although the padded input is large enough; witness: conv_output_size(3, 5, 1, 1)
import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    if kernel > size:
        raise ValueError("kernel larger than input")
    return (size + 2 * padding - kernel) // stride + 1
