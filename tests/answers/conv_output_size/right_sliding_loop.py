import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    def slide(start, count, end):
        while start + kernel <= end:
            start, count = start + stride, count + 1
        return count

    n = slide(-padding, 0, size + padding)
    if n == 0:
        raise ValueError
    return n
