"""Counting parameters

How many numbers does a layer learn, its biases included?

    conv_params(k, c_in, c_out)    a convolution with square kernels, k x k
    dense_params(n_in, n_out)      a fully connected layer

A convolution has one kernel for each pair of input and output channel; a dense layer one weight for each
pair of input and output. Both have one bias for each output (channel).

returns an int each

    >>> conv_params(3, 3, 64)
    1792
    >>> dense_params(10, 5)
    55

Edge cases: k = 1, one channel. The size of the image plays no part.
"""


def conv_params(k, c_in, c_out):
    raise NotImplementedError


def dense_params(n_in, n_out):
    raise NotImplementedError
