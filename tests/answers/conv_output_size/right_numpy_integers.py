import numpy as np


def conv_output_size(size, kernel, stride=1, padding=0):
    room = np.int64(size) + 2 * np.int64(padding)
    if np.greater(kernel, room):
        raise ValueError("kernel > padded input")
    # (room - kernel + stride) // stride  ==  floor((room - kernel) / stride) + 1
    return np.floor_divide(room - kernel + stride, np.int64(stride))
