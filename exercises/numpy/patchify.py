"""Cut images into patches

A vision transformer reads an image as a sequence of square patches, each flattened into a vector. Cut every
image into patches of p by p pixels.

images   (N, H, W, C)
p        the patches' side, 1 or more
returns  (N, (H/p) * (W/p), p * p * C): the patches row by row, as one reads; in each patch the pixels row
         by row, and of each pixel its C channels in order

    >>> image = np.arange(16.0).reshape(1, 4, 4, 1)
    >>> patchify(image, 2)
    array([[[ 0.,  1.,  4.,  5.],
            [ 2.,  3.,  6.,  7.],
            [ 8.,  9., 12., 13.],
            [10., 11., 14., 15.]]])

Edge cases: H and W differ; if p does not divide both of them, raise ValueError.
"""

import numpy as np


def patchify(images, p):
    raise NotImplementedError
