"""Backward pass of a convolution: overlaps add up, the padding is cut off, and the channels keep their sides."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake, uses


def pad(x, padding):
    return np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))


def windows_of(x, k, stride, padding):
    views = np.lib.stride_tricks.sliding_window_view(pad(x, padding), (k, k), axis=(2, 3))
    return views[:, :, ::stride, ::stride]


def loss(dout, x, weight, stride=1, padding=0):
    out = np.tensordot(windows_of(x, weight.shape[2], stride, padding), weight, axes=((1, 4, 5), (1, 2, 3)))
    # a simplified input may have a smaller dout than x allows, and the reference accepts that
    return np.sum(dout * out.transpose(0, 3, 1, 2)[:, :, : dout.shape[2], : dout.shape[3]])


CHECKS = (gradients(loss, of={"dx": 1, "dweight": 2}),)


def cases(rng):
    def layer(n, c_in, c_out, h, w, k, stride=1, padding=0):
        out_h, out_w = (h + 2 * padding - k) // stride + 1, (w + 2 * padding - k) // stride + 1
        shapes = (n, c_out, out_h, out_w), (n, c_in, h, w), (c_out, c_in, k, k)
        return [rng.normal(size=shape) for shape in shapes]

    # differences explain the smallest cases; in the others they would take their time
    yield Case("one window", *layer(1, 1, 1, 2, 2, 2))
    yield Case("overlapping windows", *layer(1, 1, 1, 3, 4, 2))
    yield Case("two images", *layer(2, 1, 1, 2, 3, 2)).judged(close())
    yield Case("two channels in, one out", *layer(1, 2, 1, 3, 2, 2))
    yield Case("one channel in, three out", *layer(1, 1, 3, 2, 3, 2)).judged(close())
    yield Case("padding 1", *layer(1, 1, 1, 2, 3, 2, padding=1), padding=1).judged(close())
    yield Case("stride 2 that fits", *layer(1, 1, 1, 3, 5, 1, stride=2), stride=2).judged(close())
    yield Case("as many channels out as in", *layer(2, 2, 2, 2, 3, 2)).judged(close())
    yield Case("every length its own", *layer(2, 3, 4, 5, 6, 3)).judged(close())
    yield Case("stride 2 and two channels out", *layer(1, 1, 2, 5, 3, 3, stride=2), stride=2).judged(close())
    yield Case("stride 2 and padding 1, by position", *layer(2, 2, 3, 5, 3, 3, 2, 1), 2, 1).judged(close())
    yield Case("three hundred rows of pixels", *layer(2, 1, 1, 300, 3, 2)).judged(close())
    dot = Case("a kernel of one pixel", np.array([[[[10.0, 1.0]]]]), np.array([[[[1.0, 2.0]]]]), np.array([[[[5.0]]]]))
    yield dot.judged(close()).edge("1x1 kernels")
    mixed = Case("a kernel of one pixel mixes channels", *layer(2, 3, 2, 2, 3, 1))
    yield mixed.judged(close()).edge("1x1 kernels")
    left = Case("pixels that no window reaches", *layer(2, 1, 1, 4, 6, 3, stride=2), stride=2)
    yield left.judged(close()).edge("leftover pixels")
    left = Case("stride 2 and padding 1, leftovers", *layer(2, 2, 3, 4, 3, 3, 2, 1), 2, 1)
    yield left.judged(close()).edge("leftover pixels")
    wide = Case("padding as wide as the kernel", *layer(1, 1, 1, 1, 2, 2, padding=2), padding=2)
    yield wide.judged(close()).edge("wide padding")
    wide = Case("padding wider than the kernel", *layer(1, 2, 1, 2, 3, 2, padding=3), padding=3)
    yield wide.judged(close()).edge("wide padding")
    gaps = Case("gaps between pixels", *layer(1, 2, 1, 5, 4, 1, stride=3), stride=3)
    yield gaps.judged(close()).edge("large strides")
    gaps = Case("gaps between windows", *layer(2, 1, 2, 5, 8, 2, stride=3), stride=3)
    yield gaps.judged(close()).edge("large strides")


def backward(dout, x, weight, stride, padding, accumulate=True, crop=True):
    k, (out_h, out_w) = weight.shape[2], dout.shape[2:]
    dpadded = np.zeros_like(pad(x, padding))
    for a in range(k):
        for b in range(k):
            part = np.einsum("noij,oc->ncij", dout, weight[:, :, a, b])
            view = dpadded[:, :, a:a + stride * out_h:stride, b:b + stride * out_w:stride]
            view[...] = view + part if accumulate else part
    dx = dpadded[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]] if crop else dpadded
    dweight = np.einsum("noij,ncijab->ocab", dout, windows_of(x, k, stride, padding))
    return dx, dweight, dout.sum(axis=(0, 2, 3))


@mistake("You overwrite dx where windows overlap. Add the gradients of all windows that contain a pixel, with +=.")
def overwritten(dout, x, weight, stride=1, padding=0):
    return backward(dout, x, weight, stride, padding, accumulate=False)


@mistake("You overwrite dx where windows overlap. Add the gradients of all windows that contain a pixel, with +=.")
def overwritten_by_windows(dout, x, weight, stride=1, padding=0):
    (height, width), k = x.shape[2:], weight.shape[-1]
    dx = np.zeros((*x.shape[:2], height + 2 * padding, width + 2 * padding))
    for i, j in np.ndindex(dout.shape[2:]):
        window = np.s_[:, :, i * stride:i * stride + k, j * stride:j * stride + k]
        dx[window] = np.einsum("no,ocab->ncab", dout[:, :, i, j], weight)
    _, dweight, dbias = backward(dout, x, weight, stride, padding)
    return dx[:, :, padding:padding + height, padding:padding + width], dweight, dbias


@mistake("Your dx is that of the padded input. Cut `padding` rows and columns off each side.")
def padding_kept(dout, x, weight, stride=1, padding=0):
    return backward(dout, x, weight, stride, padding, crop=False)


@mistake("You cut the padding off with a slice such as [p:-p], which is empty for padding 0. Cut from padding to "
         "padding + H.")
def cut_to_nothing(dout, x, weight, stride=1, padding=0):
    dx, dweight, dbias = backward(dout, x, weight, stride, padding, crop=False)
    return dx[:, :, padding:-padding, padding:-padding], dweight, dbias


@mistake("Your dx is that of flipped kernels. Either add dout[i, j] * weight[a, b] to pixel (i + a, j + b), or "
         "correlate the padded dout with flipped kernels.")
def flipped_in_dx(dout, x, weight, stride=1, padding=0):
    dx, _, _ = backward(dout, x, weight[:, :, ::-1, ::-1], stride, padding)
    return dx, *backward(dout, x, weight, stride, padding)[1:]


@mistake("Your dweight is flipped. weight[a, b] multiplied pixel (i + a, j + b), so its gradient uses that pixel.")
def dweight_flipped(dout, x, weight, stride=1, padding=0):
    dx, dweight, dbias = backward(dout, x, weight, stride, padding)
    return dx, dweight[:, :, ::-1, ::-1], dbias


@mistake("You average over the batch. dout already has any mean of the loss, so dweight and dbias are sums.")
def mean_over_the_batch(dout, x, weight, stride=1, padding=0):
    dx, dweight, dbias = backward(dout, x, weight, stride, padding)
    return dx, dweight / len(x), dbias / len(x)


@mistake("You average dbias over positions. Each position adds the bias once, so its gradient is a sum.")
def mean_in_dbias(dout, x, weight, stride=1, padding=0):
    dx, dweight, _ = backward(dout, x, weight, stride, padding)
    return dx, dweight, dout.mean(axis=(0, 2, 3))


@mistake("You sum dbias over positions only. The images of the batch share the bias, so sum over them too.")
def dbias_per_image(dout, x, weight, stride=1, padding=0):
    dx, dweight, _ = backward(dout, x, weight, stride, padding)
    return dx, dweight, dout.sum(axis=(2, 3))


@mistake("Your dbias counts one image of the batch only. Sum dout over images, rows and columns.",
         constants={"image": (0, -1)})
def dbias_of_one_image(dout, x, weight, stride=1, padding=0, *, image):
    dx, dweight, _ = backward(dout, x, weight, stride, padding)
    return dx, dweight, dout[image].sum(axis=(1, 2))


@mistake("Your dweight has its channels swapped. It has the shape of weight: (C_out, C_in, k, k).")
def channels_swapped(dout, x, weight, stride=1, padding=0):
    dx, dweight, dbias = backward(dout, x, weight, stride, padding)
    return dx, dweight.transpose(1, 0, 2, 3), dbias


@mistake("Your dx goes through the kernels with their channel axes swapped. Output channel o reaches input channel c "
         "by weight[o, c].")
def weight_transposed(dout, x, weight, stride=1, padding=0):
    dx, _, _ = backward(dout, x, weight.transpose(1, 0, 2, 3), stride, padding)
    return dx, *backward(dout, x, weight, stride, padding)[1:]


@mistake("You reshape weight to swap its channel axes, which mixes the kernels. Transpose it: "
         "weight.transpose(1, 0, 2, 3).", when=uses("reshape"))
def weight_reshaped(dout, x, weight, stride=1, padding=0):
    c_out, c_in, k, _ = weight.shape
    mixed = weight.reshape(c_in, c_out, k, k).transpose(1, 0, 2, 3)
    return backward(dout, x, mixed, stride, padding)[0], *backward(dout, x, weight, stride, padding)[1:]


@mistake("You ignore the stride. Window (i, j) starts at pixel (i * stride, j * stride).")
def ignores_stride(dout, x, weight, stride=1, padding=0):
    padded, k, (out_h, out_w) = pad(x, padding), weight.shape[2], dout.shape[2:]
    dpadded, dweight = np.zeros_like(padded), np.zeros_like(weight)
    for i in range(out_h):
        for j in range(out_w):
            window = padded[:, :, i:i + k, j:j + k]
            dweight += np.einsum("no,ncab->ocab", dout[:, :, i, j], window)
            dpadded[:, :, i:i + k, j:j + k] += np.einsum("no,ocab->ncab", dout[:, :, i, j], weight)
    dx = dpadded[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]]
    return dx, dweight, dout.sum(axis=(0, 2, 3))


@mistake("Your dx covers only the pixels that some window reaches. Give it x's shape, with 0 for the others.")
def dx_of_the_windows(dout, x, weight, stride=1, padding=0):
    dx, dweight, dbias = backward(dout, x, weight, stride, padding)
    reach = [stride * (n - 1) + weight.shape[2] - padding for n in dout.shape[2:]]
    return dx[:, :, :reach[0], :reach[1]], dweight, dbias


@mistake("In your dweight, windows and pixels do not match where x is padded. Pad x on all four sides, as the forward "
         "pass did.")
def padding_forgotten_in_dweight(dout, x, weight, stride=1, padding=0):
    dx, _, dbias = backward(dout, x, weight, stride, padding)
    k = weight.shape[2]
    late = np.pad(x, ((0, 0), (0, 0), (0, 2 * padding), (0, 2 * padding)))
    return dx, np.einsum("noij,ncijab->ocab", dout, windows_of(late, k, stride, 0)), dbias


@mistake("You return dweight before dx. The order is dx, dweight, dbias.")
def results_swapped(dout, x, weight, stride=1, padding=0):
    dx, dweight, dbias = backward(dout, x, weight, stride, padding)
    return dweight, dx, dbias


@alternative
def window_by_window(dout, x, weight, stride=1, padding=0):
    n, c_out, out_h, out_w = dout.shape
    _, c_in, k, _ = weight.shape
    h, w = x.shape[2:]
    padded = pad(x, padding)
    dpadded, dweight, dbias = np.zeros_like(padded), np.zeros_like(weight), np.zeros(c_out)
    for image in range(n):
        for o in range(c_out):
            for i in range(out_h):
                for j in range(out_w):
                    g = dout[image, o, i, j]
                    rows, columns = slice(i * stride, i * stride + k), slice(j * stride, j * stride + k)
                    dweight[o] += g * padded[image, :, rows, columns]
                    dpadded[image, :, rows, columns] += g * weight[o]
                    dbias[o] += g
    return dpadded[:, :, padding:h + padding, padding:w + padding], dweight, dbias


@alternative
def as_a_convolution_of_dout(dout, x, weight, stride=1, padding=0):
    n, c_out, out_h, out_w = dout.shape
    k, (h, w) = weight.shape[2], x.shape[2:]
    spread = np.zeros((n, c_out, h + 2 * padding - k + 1, w + 2 * padding - k + 1))
    spread[:, :, :out_h * stride:stride, :out_w * stride:stride] = dout
    views = np.lib.stride_tricks.sliding_window_view(pad(spread, k - 1), (k, k), axis=(2, 3))
    dpadded = np.einsum("noijab,ocab->ncij", views, weight[:, :, ::-1, ::-1])
    dweight = np.einsum("noij,ncijab->ocab", spread, windows_of(x, k, 1, padding))
    return [dpadded[:, :, padding:padding + h, padding:padding + w], dweight, np.einsum("noij->o", dout)]


@alternative
def by_im2col(dout, x, weight, stride=1, padding=0):
    (n, c_out, out_h, out_w), k = dout.shape, weight.shape[2]
    padded = pad(x, padding)
    pixels = np.arange(padded[0].size).reshape(padded.shape[1:])
    seen = np.lib.stride_tricks.sliding_window_view(pixels, (k, k), axis=(1, 2))[:, ::stride, ::stride]
    seen = seen.transpose(1, 2, 0, 3, 4).reshape(out_h * out_w, -1)  # (positions, C_in * k * k)
    grad = dout.reshape(n, c_out, -1)
    dweight = np.einsum("nop,npk->ok", grad, padded.reshape(n, -1)[:, seen])
    dcols = np.einsum("nop,ok->npk", grad, weight.reshape(c_out, -1))
    dpadded = np.zeros((n, pixels.size))
    for image in range(n):
        np.add.at(dpadded[image], seen, dcols[image])
    dx = dpadded.reshape(padded.shape)[:, :, padding:padding + x.shape[2], padding:padding + x.shape[3]]
    return dx, dweight.reshape(weight.shape), grad.sum(axis=2).sum(axis=0)
