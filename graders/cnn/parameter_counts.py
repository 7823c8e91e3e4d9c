"""Parameter counts: all weights, and one bias per output."""

from mlprep.grading.api import Case, alternative, equal, mistake, uses

CHECKS = (equal(),)


def cases(rng):
    yield Case("a 2x2 kernel", 2, 1, 1).to("conv_params")
    yield Case("two channels in", 3, 2, 1).to("conv_params")
    yield Case("four channels out", 3, 1, 4).to("conv_params")
    yield Case("the first layer of VGG", 3, 3, 64).to("conv_params")
    yield Case("random convolution", *(int(each) for each in rng.integers((3, 4, 10), (8, 10, 64)))).to("conv_params")
    yield Case("a layer of VGG with 512 channels", 3, 512, 512).to("conv_params")
    yield Case("one weight and one bias", 1, 1).to("dense_params")
    yield Case("one input", 1, 4).to("dense_params")
    yield Case("one output", 4, 1).to("dense_params")
    yield Case("ten to five", 10, 5).to("dense_params")
    yield Case("the first dense layer of VGG", 25088, 4096).to("dense_params")
    yield Case("random dense layer", *(int(each) for each in rng.integers((2, 50), (40, 90)))).to("dense_params")
    yield Case("one weight and a bias", 1, 1, 1).to("conv_params").edge("1x1 kernels")
    yield Case("k = 1 mixes channels", 1, 5, 7).to("conv_params").edge("1x1 kernels")
    large = Case("a vocabulary of 256,000", 18432, 256000).to("dense_params")  # more than 32 bits hold
    yield large.edge("large layers")
    yield Case("a very wide convolution", 7, 16384, 16384).to("conv_params").edge("large layers")


@mistake("You left the biases out of the convolution. Add one per output channel.")
def conv_without_biases(k, c_in, c_out):
    return k * k * c_in * c_out


@mistake("You left the biases out of both layers. Add one per output, or output channel.")
class no_biases:
    def conv_params(k, c_in, c_out):
        return k * k * c_in * c_out

    def dense_params(n_in, n_out):
        return n_in * n_out


@mistake("You left the biases out of the dense layer. Add one per output.", entry="dense_params")
def dense_without_biases(n_in, n_out):
    return n_in * n_out


@mistake("You count a single bias for the convolution. Count one per output channel.")
def one_bias(k, c_in, c_out):
    return k * k * c_in * c_out + 1


@mistake("You count one bias per kernel. The kernels of one output channel are summed and share a bias.")
def bias_per_kernel(k, c_in, c_out):
    return (k * k + 1) * c_in * c_out


@mistake("You count one bias per input channel. A bias belongs to an output channel, so add c_out.")
def bias_per_input_channel(k, c_in, c_out):
    return k * k * c_in * c_out + c_in


@mistake("You count no bias for k = 1. A 1x1 convolution has one per output channel too.")
def no_bias_for_1x1(k, c_in, c_out):
    return k * k * c_in * c_out + (c_out if k > 1 else 0)


@mistake("You count k weights per kernel. It is square, with k * k.")
def side_of_the_kernel(k, c_in, c_out):
    return k * c_in * c_out + c_out


@mistake("You count 2 * k weights per kernel. It is square, with k * k.")
def twice_the_side(k, c_in, c_out):
    return 2 * k * c_in * c_out + c_out


@mistake("You count one kernel per output channel. Each has one kernel per input channel, so count k * k * c_in * "
         "c_out.")
def ignores_input_channels(k, c_in, c_out):
    return k * k * c_out + c_out


@mistake("You count a bias per input of the dense layer. Count one per output.", entry="dense_params")
def bias_per_input(n_in, n_out):
    return n_in * n_out + n_in


@mistake("You count a single bias for the dense layer. Count one per output.", entry="dense_params")
def one_dense_bias(n_in, n_out):
    return n_in * n_out + 1


@mistake("Your product does not fit 32 bits and wraps around. Use Python ints or int64.",
         when=uses("np.int32"))
class in_32_bits:
    def conv_params(k, c_in, c_out):
        import numpy as np

        return int(np.prod(np.array([k, k, c_in, c_out], dtype=np.int32), dtype=np.int32)) + c_out

    def dense_params(n_in, n_out):
        import numpy as np

        return int(np.prod(np.array([n_in, n_out], dtype=np.int32), dtype=np.int32)) + n_out


@mistake("Your product does not fit 32 bits and wraps around. Use Python ints or int64.", entry="dense_params",
         when=uses("np.int32"))
def dense_in_32_bits(n_in, n_out):
    import numpy as np

    return int(np.prod(np.array([n_in, n_out], dtype=np.int32), dtype=np.int32)) + n_out


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
