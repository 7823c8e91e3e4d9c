"""Parameter counts: all weights, and one bias for each output."""

from mlprep.grading.api import Case, alternative, equal, mistake

CHECKS = (equal(),)


def cases(rng):
    yield Case("one weight and a bias", 1, 1, 1).to("conv_params")
    yield Case("a 2x2 kernel", 2, 1, 1).to("conv_params")
    yield Case("two channels in", 3, 2, 1).to("conv_params")
    yield Case("four channels out", 3, 1, 4).to("conv_params")
    yield Case("k = 1 mixes channels", 1, 5, 7).to("conv_params")
    yield Case("the first layer of VGG", 3, 3, 64).to("conv_params")
    yield Case("random convolution", *(int(each) for each in rng.integers((3, 4, 10), (8, 10, 64)))).to("conv_params")
    yield Case("one weight and one bias", 1, 1).to("dense_params")
    yield Case("one input", 1, 4).to("dense_params")
    yield Case("one output", 4, 1).to("dense_params")
    yield Case("ten to five", 10, 5).to("dense_params")
    yield Case("the first dense layer of VGG", 25088, 4096).to("dense_params")
    yield Case("random dense layer", *(int(each) for each in rng.integers((2, 50), (40, 90)))).to("dense_params")
    yield Case("a layer of VGG with 512 channels", 3, 512, 512).to("conv_params")
    yield Case("a vocabulary of 256,000", 18432, 256000).to("dense_params")  # more than 32 bits hold


@mistake("You left the biases out of the convolution: add one for each output channel.")
def conv_without_biases(k, c_in, c_out):
    return k * k * c_in * c_out


@mistake("You left the biases out of both layers: add one for each output, or output channel.")
class no_biases:
    def conv_params(k, c_in, c_out):
        return k * k * c_in * c_out

    def dense_params(n_in, n_out):
        return n_in * n_out


@mistake("You left the biases out of the dense layer: add one for each output.", entry="dense_params")
def dense_without_biases(n_in, n_out):
    return n_in * n_out


@mistake("You count one bias in all. Each output channel has its own.")
def one_bias(k, c_in, c_out):
    return k * k * c_in * c_out + 1


@mistake("You count one bias for each kernel. The kernels of one output channel are summed, and share a "
         "bias.")
def bias_for_each_kernel(k, c_in, c_out):
    return (k * k + 1) * c_in * c_out


@mistake("You count k weights for a kernel; it is square, with k * k.")
def side_of_the_kernel(k, c_in, c_out):
    return k * c_in * c_out + c_out


@mistake("You count one kernel for each output channel. It has one for each input channel as well: k * k * "
         "c_in * c_out.")
def ignores_input_channels(k, c_in, c_out):
    return k * k * c_out + c_out


@mistake("You count a bias for each input. A bias belongs to an output.", entry="dense_params")
def bias_for_each_input(n_in, n_out):
    return n_in * n_out + n_in


@alternative
class expanded:
    def conv_params(k, c_in, c_out):
        return k**2 * c_in * c_out + c_out

    def dense_params(n_in, n_out):
        return n_out * n_in + n_out


@alternative
class by_shapes:
    def conv_params(k, c_in, c_out):
        import math

        return math.prod((c_out, c_in, k, k)) + c_out

    def dense_params(n_in, n_out):
        import numpy as np

        return np.int64(n_in) * n_out + n_out
