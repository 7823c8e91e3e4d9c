"""Output size of a convolution

How many positions does a kernel have along one axis, if it moves by `stride`
and must stay inside the padded input?

    out = floor((size + 2 * padding - kernel) / stride) + 1

size     the length of the input along this axis, 1 or more
kernel   the length of the kernel, 1 or more
stride   how far the kernel moves from one position to the next, 1 or more;
         1 by default
padding  the entries added at each of the two ends; 0 by default
returns  an int, such as 3 and not 3.0

    >>> conv_output_size(32, 5)
    28
    >>> conv_output_size(7, 3, stride=2, padding=1)
    4

Edge cases
- exact fit: a kernel as long as the padded input has one position
- large padding: padding makes room for a kernel longer than the input
- large strides: a stride longer than the input leaves one position
- large kernels: a kernel longer than the padded input raises ValueError
"""


def conv_output_size(size, kernel, stride=1, padding=0):
    raise NotImplementedError
