# WRONG: never raises, clamps at 0; witness: conv_output_size(2, 5, 1, 1)
import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    return max(0, (size + 2 * padding - kernel) // stride + 1)
