"""Counting parameters

How many numbers does a layer learn, including its biases?

A convolution with square kernels has one kernel for each pair of input and
output channels, and one bias per output channel. A dense layer has one weight
for each pair of input and output, and one bias per output.

k        the side of the kernel, k x k
c_in     the number of input channels
c_out    the number of output channels
n_in     the number of inputs
n_out    the number of outputs
returns  an int from each function

    >>> conv_params(3, 3, 64)
    1792
    >>> dense_params(10, 5)
    55

Edge cases
- 1x1 kernels: k = 1 works like any other k
- large layers: counts beyond 32 bits are exact
"""


def conv_params(k, c_in, c_out):
    raise NotImplementedError


def dense_params(n_in, n_out):
    raise NotImplementedError
