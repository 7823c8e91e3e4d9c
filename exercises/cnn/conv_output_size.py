"""Output size of a convolution

How many positions does a kernel take along one axis, if it moves by `stride` and must lie inside the padded
input?

    out = floor((size + 2 * padding - kernel) / stride) + 1

size     length of the input along this axis
kernel   length of the kernel
stride   how far the kernel moves from one position to the next
padding  entries added at each of the two ends
returns an int: a size such as 3, not 3.0

    >>> conv_output_size(32, 5)
    28
    >>> conv_output_size(7, 3, stride=2, padding=1)
    4

Edge cases: a stride that does not fit leaves a remainder, which does not count. A kernel larger than the
padded input raises ValueError.
"""


def conv_output_size(size, kernel, stride=1, padding=0):
    raise NotImplementedError
