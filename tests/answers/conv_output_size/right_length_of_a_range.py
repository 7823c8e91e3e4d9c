import numpy as np


def conv_output_size(size: int, kernel: int, stride: int = 1, padding: int = 0) -> int:
    # the legal top-left corners, counted
    corners = range(0, size + padding + padding - kernel + 1, stride)
    if not corners:
        raise ValueError("kernel larger than the padded input")
    return len(corners)
