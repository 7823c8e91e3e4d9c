"""Convolution of a batch: the right sum for every shape, and no Python loop over images or pixels.

Three cases are timed, against the reference, or half a millisecond where that is more. The limits are wide, so that a
hiccup of the machine does not decide. On 20,000 images of a single pixel NumPy has next to nothing to do: even the
leanest loop over images, a product of two small matrices each, takes 300 times as long, and a Fourier transform, the
slowest right way, 4. With kernels of 2 x 2 the transform of 4,000 images takes 45 times as long and a usual loop 800.
On one large image a loop over pixels takes 400 times as long, one over its rows, which is allowed, 10, and products
with selecting matrices 30.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, both, close, faster_than, loops, mistake, says

MANY_IMAGES = "Here x holds thousands of small images: let NumPy run over them."
MANY_PIXELS = "Here x is one large image: gather all windows, or loop over the kernel's offsets."


def cases(rng):
    def layer(n, c_in, c_out, h, w, k):
        return rng.normal(size=(n, c_in, h, w)), rng.normal(size=(c_out, c_in, k, k)), rng.normal(size=c_out)

    x = np.arange(9.0).reshape(1, 1, 3, 3)
    yield Case("one image, one channel", x, np.array([[[[1.0, 0.0], [0.0, 2.0]]]]), np.array([0.0]))
    yield Case("a bias alone", np.zeros((1, 1, 3, 3)), np.ones((2, 1, 2, 2)), np.array([1.0, -2.0]))
    yield Case("two images", *layer(2, 1, 1, 3, 4, 2))
    yield Case("three channels to two", *layer(1, 3, 2, 4, 3, 2))
    yield Case("as many channels out as in", *layer(2, 2, 2, 3, 4, 2))
    yield Case("a kernel as large as the image", *layer(2, 2, 3, 3, 3, 3))
    yield Case("every length its own", *layer(2, 3, 4, 6, 9, 5))
    yield Case("padding 1", *layer(2, 2, 3, 3, 5, 3), padding=1)
    yield Case("stride 2 that fits", *layer(2, 2, 3, 5, 7, 3), stride=2)
    yield Case("stride 2 and padding 1, by position", *layer(3, 2, 4, 5, 7, 3), 2, 1)
    yield Case("a kernel of one pixel mixes channels", *layer(1, 3, 2, 2, 3, 1)).edge("1x1 kernels")
    yield Case("stride 2 that does not fit", *layer(2, 3, 2, 6, 4, 3), stride=2).edge("leftover pixels")
    yield Case("stride 2 and padding 1, leftovers", *layer(3, 2, 4, 5, 6, 3), 2, 1).edge("leftover pixels")
    yield Case("stride 3 and padding 2", *layer(2, 2, 2, 6, 5, 4), stride=3, padding=2).edge("leftover pixels")
    yield Case("padding wider than the kernel", *layer(1, 1, 2, 2, 3, 2), padding=3).edge("wide padding")
    yield Case("stride larger than the kernel", *layer(2, 1, 2, 7, 8, 2), stride=3).edge("large strides")
    yield Case("every third pixel", *layer(2, 2, 3, 4, 7, 1), stride=3).edge("large strides")
    rng = np.random.default_rng(1)  # the same in every draw, so they run once
    dots = Case("20,000 images of one pixel, timed", *layer(20000, 1, 1, 1, 1, 1))
    yield dots.judged(close(), faster_than(50, MANY_IMAGES)).once().edge("speed")
    small = Case("4,000 images of 2 x 2 pixels, timed", *layer(4000, 1, 1, 2, 2, 2))
    yield small.judged(close(), faster_than(50, MANY_IMAGES)).once().edge("speed")
    large = Case("a large image, timed", *layer(1, 1, 1, 128, 128, 2))
    yield large.judged(close(), faster_than(16, MANY_PIXELS)).once().edge("speed")


def padded(x, padding):
    return np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))


def windows_of(x, k, stride, padding):
    views = np.lib.stride_tricks.sliding_window_view(padded(x, padding), (k, k), axis=(2, 3))
    return views[:, :, ::stride, ::stride]


def convolved(x, weight, stride=1, padding=0):
    windows = windows_of(x, weight.shape[-1], stride, padding)
    return np.tensordot(windows, weight, axes=((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2)


@mistake("Right, but thousands of small images take too long, as with a Python loop over the images. Keep N as an "
         "array axis and let NumPy run over it.", kind="slow", when=both(loops(), says(MANY_IMAGES)))
def loops_over_images(x, weight, bias, stride=1, padding=0):
    k = weight.shape[-1]
    out = []
    for image in padded(x, padding):
        views = np.lib.stride_tricks.sliding_window_view(image, (k, k), axis=(1, 2))[:, ::stride, ::stride]
        out.append(np.einsum("cijab,ocab->oij", views, weight) + bias[:, None, None])
    return np.stack(out)


@mistake("Right, but a large image takes too long, as with a Python loop over the output pixels. Loop over the k * k "
         "kernel offsets instead, or gather all windows as a view.", kind="slow", when=both(loops(), says(MANY_PIXELS)))
def loops_over_pixels(x, weight, bias, stride=1, padding=0):
    image, k = padded(x, padding), weight.shape[-1]
    out_h, out_w = (image.shape[2] - k) // stride + 1, (image.shape[3] - k) // stride + 1
    out = np.empty((len(x), len(weight), out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            window = image[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
            out[:, :, i, j] = np.tensordot(window, weight, axes=((1, 2, 3), (1, 2, 3))) + bias
    return out


@mistake("You flip the kernel. Do not flip it: weight[..., a, b] multiplies offset (a, b) of the window.")
def flipped(x, weight, bias, stride=1, padding=0):
    return convolved(x, weight[:, :, ::-1, ::-1], stride, padding) + bias[:, None, None]


@mistake("You swap the rows and columns of the kernel. Multiply offset (a, b) of the window by weight[..., a, b].")
def transposed_kernel(x, weight, bias, stride=1, padding=0):
    return convolved(x, weight.swapaxes(2, 3), stride, padding) + bias[:, None, None]


@mistake("The bias is missing. Add bias[o] to every pixel of output channel o.")
def no_bias(x, weight, bias, stride=1, padding=0):
    return convolved(x, weight, stride, padding)


@mistake("You add the bias along the width of the output. It belongs to the channel axis, so give it the shape (C_out, "
         "1, 1).")
def bias_along_the_width(x, weight, bias, stride=1, padding=0):
    out = convolved(x, weight, stride, padding)
    return out + (bias if len(bias) in (1, out.shape[-1]) else bias[:, None, None])


@mistake("You add the bias once per input channel. Add it once, after the sum over the channels.")
def bias_per_input_channel(x, weight, bias, stride=1, padding=0):
    return convolved(x, weight, stride, padding) + x.shape[1] * bias[:, None, None]


@mistake("You pad the last axis alone. Add `padding` rows of zeros as well, above and below.")
def columns_padded(x, weight, bias, stride=1, padding=0):
    wide = np.pad(x, ((0, 0), (0, 0), (0, 0), (padding, padding)))
    return convolved(wide, weight, stride) + bias[:, None, None]


@mistake("You ignore the padding. Add `padding` rows and columns of zeros on all four sides first.")
def ignores_padding(x, weight, bias, stride=1, padding=0):
    return convolved(x, weight, stride, 0) + bias[:, None, None]


@mistake("You ignore the stride. Take every stride-th window in both directions.")
def ignores_stride(x, weight, bias, stride=1, padding=0):
    return convolved(x, weight, 1, padding) + bias[:, None, None]


@mistake("You look at the first channel only. Each output channel sums over all input channels, with a kernel for "
         "each.")
def first_channel(x, weight, bias, stride=1, padding=0):
    return convolved(x[:, :1], weight[:, :1], stride, padding) + bias[:, None, None]


@mistake("You average over the input channels. A convolution sums over them.")
def mean_of_channels(x, weight, bias, stride=1, padding=0):
    return convolved(x, weight, stride, padding) / x.shape[1] + bias[:, None, None]


@mistake("You read the weights as (C_in, C_out, k, k). They are (C_out, C_in, k, k).")
def weight_axes_swapped(x, weight, bias, stride=1, padding=0):
    views = windows_of(x, weight.shape[-1], stride, padding)
    return np.einsum("ncijab,coab->noij", views, weight) + bias[:, None, None]


@mistake("Your output has its channels last, (N, out_h, out_w, C_out). Move them behind N.")
def channels_last(x, weight, bias, stride=1, padding=0):
    return convolved(x, weight, stride, padding).transpose(0, 2, 3, 1) + bias


@mistake("You reshape an output with its channels last into (N, C_out, out_h, out_w), which mixes channels and pixels. "
         "Move the channel axis behind N with a transpose.")
def reshaped_without_transpose(x, weight, bias, stride=1, padding=0):
    out = convolved(x, weight, stride, padding)
    return (out.transpose(0, 2, 3, 1) + bias).reshape(out.shape)


@mistake("You use the number of rows of positions for the columns too. H and W may differ.")
def square_image(x, weight, bias, stride=1, padding=0):
    image, k = padded(x, padding), weight.shape[-1]
    n = (image.shape[2] - k) // stride + 1
    starts = np.arange(n)[:, None] * stride + np.arange(k)
    windows = image[:, :, starts[:, None, :, None], starts[None, :, None, :]]
    out = np.tensordot(windows, weight, axes=((1, 4, 5), (1, 2, 3))).transpose(0, 3, 1, 2)
    return out + bias[:, None, None]


@mistake("Your output is never wider than it is high. Compute its width from W.")
def no_wider_than_high(x, weight, bias, stride=1, padding=0):
    out = convolved(x, weight, stride, padding)
    return out[..., :out.shape[2]] + bias[:, None, None]


@mistake("You round the output size up. A window that does not fit completely does not count, so round down.")
def rounded_up(x, weight, bias, stride=1, padding=0):
    ends = [padding + -(n + 2 * padding - weight.shape[-1]) % stride for n in x.shape[2:]]
    image = np.pad(x, ((0, 0), (0, 0), (padding, ends[0]), (padding, ends[1])))
    return convolved(image, weight, stride) + bias[:, None, None]


@mistake("You pad below and to the right only. Padding goes on all four sides.")
def padded_at_the_end(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    return convolved(x, weight, stride) + bias[:, None, None]


@mistake("You repeat the edge pixels as padding. The task asks for zeros.")
def padded_with_edges(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="edge")
    return convolved(x, weight, stride) + bias[:, None, None]


@mistake("Your image wraps around: beyond one side you read pixels of the other. Pad with zeros.")
def wrapped_around(x, weight, bias, stride=1, padding=0):
    x = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)), mode="wrap")
    return convolved(x, weight, stride) + bias[:, None, None]


@alternative
def by_kernel_offsets(x, weight, bias, stride=1, padding=0):
    image, k = padded(x, padding), weight.shape[-1]
    out_h, out_w = (image.shape[2] - k) // stride + 1, (image.shape[3] - k) // stride + 1
    out = np.zeros((len(x), len(weight), out_h, out_w)) + bias.reshape(1, -1, 1, 1)
    for a in range(k):
        for b in range(k):
            shifted = image[:, :, a:a + stride * (out_h - 1) + 1:stride, b:b + stride * (out_w - 1) + 1:stride]
            out += np.einsum("ncij,oc->noij", shifted, weight[:, :, a, b])
    return out


@alternative
def by_offsets_and_channels(x, weight, bias, stride=1, padding=0):
    image, (c_out, c_in, k, _) = padded(x, padding), weight.shape
    out_h, out_w = (image.shape[2] - k) // stride + 1, (image.shape[3] - k) // stride + 1
    out = np.zeros((len(x), c_out, out_h, out_w))
    for o in range(c_out):
        for c in range(c_in):
            for a in range(k):
                for b in range(k):
                    shifted = image[:, c, a::stride, b::stride][:, :out_h, :out_w]
                    out[:, o] += weight[o, c, a, b] * shifted
        out[:, o] += bias[o]
    return out


@alternative
def by_einsum(x, weight, bias, stride=1, padding=0):
    views = windows_of(x, weight.shape[-1], stride, padding)
    return np.einsum("ncijab,ocab->noij", views, weight, optimize=True) + bias[None, :, None, None]


@alternative
def by_indices(x, weight, bias, stride=1, padding=0):
    n, c_in, h, w = x.shape
    c_out, _, k, _ = weight.shape
    out_h, out_w = (h + 2 * padding - k) // stride + 1, (w + 2 * padding - k) // stride + 1
    rows = np.arange(out_h)[:, None] * stride + np.arange(k)  # (out_h, k)
    columns = np.arange(out_w)[:, None] * stride + np.arange(k)
    windows = padded(x, padding)[:, :, rows[:, None, :, None], columns[None, :, None, :]]
    matrix = windows.transpose(0, 2, 3, 1, 4, 5).reshape(n * out_h * out_w, c_in * k * k)
    out = matrix @ weight.reshape(c_out, -1).T + bias
    return out.reshape(n, out_h, out_w, c_out).transpose(0, 3, 1, 2)


@alternative
def by_fourier(x, weight, bias, stride=1, padding=0):
    image, k = padded(x, padding), weight.shape[-1]
    h, w = image.shape[2:]
    spectrum = np.einsum("ncij,ocij->noij", np.fft.rfft2(image), np.fft.rfft2(weight, (h, w)).conj())
    out = np.fft.irfft2(spectrum, (h, w))[:, :, :h - k + 1:stride, :w - k + 1:stride]
    return out + bias[:, None, None]


SECONDS = 20
