"""Convolution of an image: no flip, zero padding, stride, and kernels and images that are not square."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses


def cases(rng):
    image = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    yield Case("a 2x2 kernel", image, np.array([[1.0, 0.0], [0.0, -1.0]]))
    yield Case("a kernel as large as the image", np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 0.0], [2.0, 0.0]]))
    yield Case("one pixel", np.array([[3.0]]), np.array([[2.0]]))
    yield Case("a wide image", rng.normal(size=(3, 5)), rng.normal(size=(2, 2)))
    yield Case("a tall image", rng.normal(size=(6, 4)), rng.normal(size=(3, 3)))
    yield Case("padding 1", rng.normal(size=(3, 4)), rng.normal(size=(3, 3)), padding=1)
    yield Case("padding 2", rng.normal(size=(4, 3)), rng.normal(size=(3, 3)), padding=2)
    yield Case("stride 2 that fits", rng.normal(size=(5, 7)), rng.normal(size=(3, 3)), stride=2)
    yield Case("stride 2 and padding 1, by position", rng.normal(size=(5, 7)), rng.normal(size=(3, 3)), 2, 1)
    yield Case("a row kernel", image, np.array([[1.0, 10.0]])).edge("oblong kernels")
    yield Case("a column kernel", image, np.array([[1.0], [10.0]])).edge("oblong kernels")
    yield Case("a wide kernel", rng.normal(size=(6, 4)), rng.normal(size=(2, 3))).edge("oblong kernels")
    wide = Case("padding 2 and a wide kernel", rng.normal(size=(3, 2)), rng.normal(size=(2, 4)), padding=2)
    yield wide.edge("oblong kernels")
    tall = Case("a tall kernel in three hundred rows", rng.normal(size=(300, 3)), rng.normal(size=(3, 2)), padding=1)
    yield tall.once().edge("oblong kernels")
    left = Case("stride 2 that does not fit", rng.normal(size=(6, 4)), rng.normal(size=(3, 3)), stride=2)
    yield left.edge("leftover pixels")
    left = Case("stride 2, padding 1, leftovers on one side", rng.normal(size=(5, 6)), rng.normal(size=(3, 2)), 2, 1)
    yield left.edge("leftover pixels")
    left = Case("stride 3 and padding 2", rng.normal(size=(6, 5)), rng.normal(size=(3, 4)), stride=3, padding=2)
    yield left.edge("leftover pixels")
    room = Case("padding makes room for the kernel", rng.normal(size=(2, 2)), rng.normal(size=(3, 4)), padding=1)
    yield room.edge("wide padding")
    room = Case("padding wider than the kernel", rng.normal(size=(2, 3)), rng.normal(size=(2, 1)), padding=3)
    yield room.edge("wide padding")
    large = Case("stride larger than the kernel", rng.normal(size=(7, 8)), rng.normal(size=(2, 1)), stride=3)
    yield large.edge("large strides")
    large = Case("a stride larger than the image", rng.normal(size=(3, 4)), rng.normal(size=(2, 2)), stride=5)
    yield large.edge("large strides")


def windows_of(image, shape, stride):
    return np.lib.stride_tricks.sliding_window_view(image, shape)[::stride, ::stride]


def correlated(image, kernel, stride):
    return np.einsum("ijab,ab->ij", windows_of(image, kernel.shape, stride), kernel)


@mistake("You flip the kernel, as a mathematical convolution does. Do not flip it: out[i, j] weighs pixel (i + a, j + "
         "b) by kernel[a, b].")
def flipped(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, padding), kernel[::-1, ::-1], stride)


@mistake("You flip the kernel from left to right. out[i, j] weighs pixel (i + a, j + b) by kernel[a, b].")
def flipped_columns(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, padding), kernel[:, ::-1], stride)


@mistake("You flip the kernel upside down. out[i, j] weighs pixel (i + a, j + b) by kernel[a, b].")
def flipped_rows(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, padding), kernel[::-1], stride)


@mistake("You transpose the kernel. out[i, j] weighs pixel (i + a, j + b) by kernel[a, b].")
def transposed_kernel(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, padding), kernel.T, stride)


@mistake("You ignore the padding. Add `padding` rows and columns of zeros on all four sides first.")
def ignores_padding(image, kernel, stride=1, padding=0):
    return correlated(image, kernel, stride)


@mistake("You ignore the stride. Position (i, j) of the output starts at (i * stride, j * stride).")
def ignores_stride(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, padding), kernel, 1)


@mistake("Your output has the right size, but its windows are one pixel apart. Start them at i * stride and j * "
         "stride.")
def stride_in_the_size_alone(image, kernel, stride=1, padding=0):
    out = correlated(np.pad(image, padding), kernel, 1)
    return out[: (out.shape[0] - 1) // stride + 1, : (out.shape[1] - 1) // stride + 1]


@mistake("You use one side of the kernel for both. Its height kh and width kw may differ.")
def square_kernel(image, kernel, stride=1, padding=0):
    padded, k = np.pad(image, padding), kernel.shape[0]
    out_h, out_w = (padded.shape[0] - k) // stride + 1, (padded.shape[1] - k) // stride + 1
    out = np.zeros((out_h, out_w))
    for i in range(out_h):
        for j in range(out_w):
            out[i, j] = np.sum(padded[i * stride:i * stride + k, j * stride:j * stride + k] * kernel)
    return out


@mistake("You compute the output's width with the kernel's height. Use kw for the width.")
def width_from_kernel_height(image, kernel, stride=1, padding=0):
    kh, kw = kernel.shape
    padded = np.pad(image, ((padding, padding), (padding, padding + max(kw - kh, 0))))
    columns = (image.shape[1] + 2 * padding - kh) // stride + 1
    return correlated(padded, kernel, stride)[:, :columns]


@mistake("You use the height of the image for its width too. H and W may differ.")
def square_image(image, kernel, stride=1, padding=0):
    padded, (kh, kw) = np.pad(image, padding), kernel.shape
    n = (padded.shape[0] - kh) // stride + 1
    out = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            out[i, j] = np.sum(padded[i * stride:i * stride + kh, j * stride:j * stride + kw] * kernel)
    return out


@mistake("You pad below and to the right only. Padding goes on all four sides.")
def padded_at_the_end(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, (0, 2 * padding)), kernel, stride)


@mistake("You repeat the edge pixels as padding. The task asks for zeros.")
def padded_with_edges(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, padding, mode="edge"), kernel, stride)


@mistake("You pad each side with half of `padding`. It is the number of rows and columns on each of the four sides.")
def padded_by_half(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, (padding // 2, padding - padding // 2)), kernel, stride)


@mistake("You average over the window. A convolution sums.")
def mean_of_the_window(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, padding), kernel, stride) / kernel.size


@mistake("Your output is one row and one column short. It has floor((H + 2 * padding - kh) / stride) + 1 rows, with "
         "the + 1.")
def one_short(image, kernel, stride=1, padding=0):
    return correlated(np.pad(image, padding), kernel, stride)[:-1, :-1]


@mistake("You leave out the last window where the stride lands on it exactly. Include the last start, H + 2 * padding "
         "- kh.")
def last_start_left_out(image, kernel, stride=1, padding=0):
    padded, (kh, kw) = np.pad(image, padding), kernel.shape
    return np.array([[np.sum(padded[i:i + kh, j:j + kw] * kernel)
                      for j in range(0, max(padded.shape[1] - kw, 1), stride)]
                     for i in range(0, max(padded.shape[0] - kh, 1), stride)])


@mistake("You round the output size up. A window that does not fit completely does not count, so round down.")
def rounded_up(image, kernel, stride=1, padding=0):
    (h, w), (kh, kw) = image.shape, kernel.shape
    ends = [padding + -(n + 2 * padding - k) % stride for n, k in ((h, kh), (w, kw))]
    return correlated(np.pad(image, ((padding, ends[0]), (padding, ends[1]))), kernel, stride)


@mistake("The upper left part of a product of Fourier transforms has wrapped around. With a flipped kernel, the valid "
         "part starts at row kh - 1 and column kw - 1.", when=uses("np.fft", "rfft2", "fft2"))
def wrapped_around(image, kernel, stride=1, padding=0):
    padded, (kh, kw) = np.pad(image, padding), kernel.shape
    product = np.fft.rfft2(padded) * np.fft.rfft2(kernel[::-1, ::-1], padded.shape)
    full = np.fft.irfft2(product, padded.shape)
    return full[:padded.shape[0] - kh + 1:stride, :padded.shape[1] - kw + 1:stride]


@alternative
def pixel_by_pixel(image, kernel, stride=1, padding=0):
    h, w = image.shape
    kh, kw = kernel.shape
    padded = np.zeros((h + 2 * padding, w + 2 * padding))
    padded[padding:padding + h, padding:padding + w] = image
    return [[sum(padded[i + a, j + b] * kernel[a, b] for a in range(kh) for b in range(kw))
             for j in range(0, w + 2 * padding - kw + 1, stride)]
            for i in range(0, h + 2 * padding - kh + 1, stride)]


@alternative
def by_kernel_offsets(image, kernel, stride=1, padding=0):
    padded = np.pad(image, ((padding, padding), (padding, padding)), mode="constant")
    rows, columns = padded.shape[0] - kernel.shape[0] + 1, padded.shape[1] - kernel.shape[1] + 1
    out = np.zeros((rows, columns))
    for (a, b), weight in np.ndenumerate(kernel):
        out += weight * padded[a:a + rows, b:b + columns]
    return out[::stride, ::stride]


@alternative
def by_matrix_product(image, kernel, stride=1, padding=0):
    windows = windows_of(np.pad(image, padding), kernel.shape, stride)
    return (windows.reshape(-1, kernel.size) @ kernel.ravel()).reshape(windows.shape[:2])


@alternative
def by_fourier(image, kernel, stride=1, padding=0):
    padded = np.pad(image, padding)
    out = np.fft.irfft2(np.fft.rfft2(padded) * np.conj(np.fft.rfft2(kernel, padded.shape)), padded.shape)
    return out[:padded.shape[0] - kernel.shape[0] + 1:stride, :padded.shape[1] - kernel.shape[1] + 1:stride]
