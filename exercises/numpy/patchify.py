"""Cut images into patches

A vision transformer reads an image as a sequence of square patches, each
flattened into a vector. Cut every image into patches of p by p pixels.

images   (N, H, W, C); H and W may differ
p        the side of a patch, 1 or more
returns  an array (N, (H/p) * (W/p), p * p * C): for each image its patches,
         row by row; for each patch its pixels, row by row; and for each
         pixel its C channels in order

    >>> image = np.arange(16.0).reshape(1, 4, 4, 1)
    >>> patchify(image, 2)
    array([[[ 0.,  1.,  4.,  5.],
            [ 2.,  3.,  6.,  7.],
            [ 8.,  9., 12., 13.],
            [10., 11., 14., 15.]]])

Edge cases
- p = 1: every pixel is a patch
- one patch: p = H = W
- not divisible: raise ValueError if p does not divide both H and W
"""

import numpy as np


def patchify(images, p):
    raise NotImplementedError
