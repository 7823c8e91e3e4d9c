"""Patches by reshape, transpose, reshape.

Splitting an axis by reshape is free: H becomes (patch row, row in patch), W becomes (patch column, column in
patch). The transpose brings the two patch axes together in front, and the last reshape merges what belongs
together. A reshape alone would cut the pixels in memory order, into strips across the whole image.

O(size of images) time and memory: the last reshape makes the one copy.
"""


def patchify(images, p):
    """(N, H, W, C) -> (N, H/p * W/p, p * p * C); ValueError if p does not divide H and W."""
    N, H, W, C = images.shape
    rows, columns = H // p, W // p
    split = images.reshape(N, rows, p, columns, p, C)  # raises ValueError itself if anything is left over
    together = split.transpose(0, 1, 3, 2, 4, 5)  # (N, rows, columns, p, p, C)
    return together.reshape(N, rows * columns, p * p * C)


# What an interviewer asks next
#
# How do you undo it? The same steps backward: reshape to (N, H/p, W/p, p, p, C), transpose with the same
# permutation (it swaps two axes, so it is its own inverse), reshape to (N, H, W, C).
#
# Why does the last reshape copy? After the transpose, a patch's pixels are no longer evenly spaced in memory,
# so no stride describes the flattened axis.
#
# What is the transformer's first layer then? patches @ E with E of shape (p * p * C, D): that is a
# convolution with kernel and stride p.
#
# What if channels come first, as in (N, C, H, W)? Split in the same way and transpose to (N, H/p, W/p, p, p, C),
# or, keeping C in front inside the patch, (N, H/p, W/p, C, p, p). Say which; the weights depend on it.
