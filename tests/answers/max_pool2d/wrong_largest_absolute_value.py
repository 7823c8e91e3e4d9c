# WRONG: takes the entry of largest absolute value; witness: max_pool2d(np.array([[1., -5.], [2., 3.]]), 2, 2)
import numpy as np


def max_pool2d(image, size, stride):
    win = np.lib.stride_tricks.sliding_window_view(image, (size, size))[::stride, ::stride]
    flat = win.reshape(*win.shape[:2], -1)
    best = np.argmax(np.abs(flat), axis=-1)[..., None]
    return np.take_along_axis(flat, best, axis=-1)[..., 0]
