# WRONG: keeps partial windows at the border (ceil mode); witness: max_pool2d(np.arange(25.).reshape(5, 5), 2, 2)
import numpy as np


def max_pool2d(image, size, stride):
    H, W = image.shape
    oh = -(-(H - size) // stride) + 1
    ow = -(-(W - size) // stride) + 1
    return np.array([[image[i * stride:i * stride + size, j * stride:j * stride + size].max()
                      for j in range(ow)] for i in range(oh)])
