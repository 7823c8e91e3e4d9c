import itertools

import numpy as np


def conv2d(image, kernel, stride=1, padding=0):
    """Shift-and-add: one slice of the whole image per kernel entry."""
    image = np.asarray(image, dtype=float)
    kernel = np.asarray(kernel, dtype=float)
    (H, W), (kh, kw) = image.shape, kernel.shape
    canvas = np.zeros((H + 2 * padding, W + 2 * padding))
    canvas[padding:padding + H, padding:padding + W] = image
    oh = (canvas.shape[0] - kh) // stride + 1
    ow = (canvas.shape[1] - kw) // stride + 1
    acc = np.zeros((oh, ow))
    for a, b in itertools.product(range(kh), range(kw)):
        acc += kernel[a, b] * canvas[a:a + stride * (oh - 1) + 1:stride, b:b + stride * (ow - 1) + 1:stride]
    return acc
