"""Parameters of a convolutional and of a dense layer.

Each output channel is one sum over a k x k window of all input channels, plus a bias: k * k * c_in + 1
numbers. Each output of a dense layer is one sum over all inputs, plus a bias: n_in + 1 numbers. The
convolution uses its numbers at every position, so the image's size does not enter.

O(1).
"""


def conv_params(k, c_in, c_out):
    """Weights and biases of a convolution with k x k kernels."""
    return (k * k * c_in + 1) * c_out


def dense_params(n_in, n_out):
    """Weights and biases of a fully connected layer."""
    return (n_in + 1) * n_out


# What an interviewer asks next
#
# Where do the parameters of a classical CNN sit? In the first dense layer: 7 * 7 * 512 inputs and 4096
# outputs make 103 million, of VGG-16's 138. Global average pooling before a single dense layer removes
# most of them.
#
# Two 3 x 3 convolutions or one 5 x 5? Both see 5 x 5 pixels. With C channels throughout it is 18 C^2
# weights against 25 C^2, and the two have a nonlinearity between them.
#
# What does a depthwise separable convolution need? k * k * c_in for one kernel per channel, and c_in *
# c_out to mix them with 1 x 1 kernels, instead of k * k * c_in * c_out.
#
# How many multiplications does a convolution take? One per weight and position: k * k * c_in * c_out *
# out_h * out_w.
