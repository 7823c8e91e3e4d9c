"""Output size of a convolution, by counting where the kernel can start.

The first position is 0, the last one that fits starts at size + 2 * padding - kernel. That many steps of 1
lie between them, a stride-th of it steps of `stride`, rounded down, and there is one position more than
steps. `//` stays within the integers.

The check comes first: for a kernel that is too large, floor division would give 0 or a negative size.

O(1).
"""


def conv_output_size(size, kernel, stride=1, padding=0):
    """Number of positions of a kernel along one axis."""
    room = size + 2 * padding - kernel  # where the last position could start
    if room < 0:
        raise ValueError("the kernel is larger than the padded input")
    return room // stride + 1


# What an interviewer asks next
#
# Which padding keeps the size at stride 1? (kernel - 1) / 2, so an odd kernel; an even one needs unequal
# sides.
#
# What does dilation change? A kernel with gaps of d - 1 spans d * (kernel - 1) + 1 entries; put that for
# kernel.
#
# And the transposed convolution? It goes the other way: (out - 1) * stride + kernel - 2 * padding. Several
# sizes lead to the same out, because of the floor, so libraries ask for an output padding.
