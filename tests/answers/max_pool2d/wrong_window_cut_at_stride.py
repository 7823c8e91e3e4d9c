# WRONG: overlapping windows (stride < size): the window is cut at stride, so only min(size, stride) rows and columns are seen; witness: max_pool2d(np.arange(25.).reshape(5, 5), 3, 2)
import numpy as np


def max_pool2d(image, size, stride):
    oh = (image.shape[0] - size) // stride + 1
    ow = (image.shape[1] - size) // stride + 1
    seen = min(size, stride)
    tiles = image[:oh * stride, :ow * stride]
    pad_r, pad_c = oh * stride - tiles.shape[0], ow * stride - tiles.shape[1]
    tiles = np.pad(tiles, ((0, pad_r), (0, pad_c)), constant_values=-np.inf)
    tiles = tiles.reshape(oh, stride, ow, stride)[:, :seen, :, :seen]
    return tiles.max(axis=(1, 3))
