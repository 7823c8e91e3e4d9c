"""Output size of a convolution, by counting where the kernel can start.

The first position is 0, the last one that fits starts at size + 2 * padding - kernel. Between them lie that
many unit steps, or that number divided by the stride, rounded down; there is one more position than steps.
`//` stays within the integers.

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
# Which padding keeps the size at stride 1? (kernel - 1) / 2, which needs an odd kernel. An even one needs
# unequal sides.
#
# What does dilation change? A kernel with gaps of d - 1 spans d * (kernel - 1) + 1 entries. Use that
# number in place of kernel.
#
# What about the transposed convolution? It goes the other way: (out - 1) * stride + kernel - 2 * padding. Several
# sizes lead to the same out, because of the floor, so libraries ask for an output padding.
