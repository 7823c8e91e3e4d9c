"""Transposed convolution

Enlarge an image the way decoders and segmentation networks do. Every entry of
x adds a copy of the kernel to the output, multiplied by the entry:

    out[i * stride + a, j * stride + b] += x[i, j] * kernel[a, b]

for all i, j, a and b, starting from zeros. The kernel is not flipped, and
where copies overlap, they add up. The output is just large enough to hold all
copies: (H - 1) * stride + kh rows and (W - 1) * stride + kw columns.

x        (H, W)
kernel   (kh, kw)
stride   the distance between neighboring copies, 1 by default
returns  an array ((H - 1) * stride + kh, (W - 1) * stride + kw)

    >>> x = np.array([[1.0, 10.0]])
    >>> kernel = np.array([[1.0, 2.0, 3.0]])
    >>> conv_transpose2d(x, kernel)
    array([[ 1., 12., 23., 30.]])
    >>> conv_transpose2d(x, kernel, stride=2)
    array([[ 1.,  2., 13., 20., 30.]])

Edge cases
- single entries: x or the kernel may have a single entry, row or column
- large kernels: the kernel may be larger than x
- large strides: a stride larger than the kernel leaves zeros in between
"""

import numpy as np


def conv_transpose2d(x, kernel, stride=1):
    raise NotImplementedError
