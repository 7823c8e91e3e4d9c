"""Transposed convolution: copies that add up, not flipped, a stride apart, and an output that just holds them."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def draw(*shape):
        return rng.normal(size=shape)

    yield Case("two copies that overlap", np.array([[1.0, 10.0]]), np.array([[1.0, 2.0, 3.0]]))
    yield Case("two copies side by side", np.array([[1.0, 10.0]]), np.array([[1.0, 2.0], [3.0, 4.0]]), 2)
    yield Case("two copies below one another", np.array([[1.0], [10.0]]), np.array([[1.0, 2.0], [3.0, 4.0]]))
    yield Case("four copies", np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, 0.0], [0.0, 10.0]]), 1)
    yield Case("stride 1", draw(4, 5), draw(2, 3))
    yield Case("stride 2, copies overlap", draw(3, 5), draw(4, 3), 2)
    yield Case("stride 2, copies fit", draw(4, 3), draw(2, 2), stride=2)
    yield Case("stride 3, a tall kernel", draw(2, 4), draw(5, 3), 3)
    yield Case("stride 3, a wide kernel", draw(4, 2), draw(3, 5), 3)
    yield Case("a square image and kernel", draw(4, 4), draw(3, 3), 2)
    yield Case("kernel and image alike", draw(3, 3), draw(3, 3))
    yield Case("three hundred columns", draw(2, 300), draw(2, 3), 2).plain()
    yield Case("one entry", np.array([[2.0]]), np.array([[1.0, 2.0], [3.0, 4.0]]), 3).edge("single entries")
    yield Case("a kernel of one entry", draw(3, 4), np.array([[2.0]])).edge("single entries")
    yield Case("one entry and one entry", np.array([[2.0]]), np.array([[-3.0]]), 2).edge("single entries")
    yield Case("one row, a kernel of one column", draw(1, 5), draw(3, 1), 2).edge("single entries")
    yield Case("one column, a kernel of one row", draw(4, 1), draw(1, 3)).edge("single entries")
    yield Case("a kernel larger than x", draw(2, 3), draw(5, 4)).edge("large kernels")
    yield Case("a kernel larger than x, stride 2", draw(2, 1), draw(4, 6), 2).edge("large kernels")
    yield Case("gaps of one", np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1.0, -1.0]]), 3).edge("large strides")
    yield Case("a kernel of one entry, gaps", draw(3, 4), np.array([[2.0]]), 2).edge("large strides")
    yield Case("gaps of two", draw(3, 4), draw(2, 3), 5).edge("large strides")


def add_up(x, kernel, stride, shape=None, add=True):
    (h, w), (kh, kw) = x.shape, kernel.shape
    out = np.zeros(shape or ((h - 1) * stride + kh, (w - 1) * stride + kw))
    for i in range(h):
        for j in range(w):
            place = out[i * stride:i * stride + kh, j * stride:j * stride + kw]
            part = (x[i, j] * kernel)[:place.shape[0], :place.shape[1]]
            place[...] = place + part if add else part
    return out


def correlated(image, kernel):
    return np.einsum("ijab,ab->ij", np.lib.stride_tricks.sliding_window_view(image, kernel.shape), kernel)


def spread(x, gap, trailing=0):
    """Zeros between the entries, and perhaps behind them."""
    (h, w), step = x.shape, gap + 1
    out = np.zeros(((h - 1) * step + 1 + trailing, (w - 1) * step + 1 + trailing))
    out[:(h - 1) * step + 1:step, :(w - 1) * step + 1:step] = x
    return out


def full(image, kernel):
    kh, kw = kernel.shape
    return correlated(np.pad(image, ((kh - 1, kh - 1), (kw - 1, kw - 1))), kernel)


@mistake("Your kernel is flipped. x[i, j] * kernel[0, 0] belongs to the upper left corner of the copy. If you "
         "correlate, flip the kernel in both directions first.")
def flipped(x, kernel, stride=1):
    return full(spread(x, stride - 1), kernel)


@mistake("You flip the kernel along {axis}. Do not flip it, or flip it in both directions if you correlate.",
         constants={"axis": ("its rows", "its columns")})
def flipped_along_one_axis(x, kernel, stride=1, *, axis):
    return add_up(x, kernel[::-1] if axis == "its rows" else kernel[:, ::-1], stride)


@mistake("Where copies overlap, you keep the last one. Add them up.")
def overwritten(x, kernel, stride=1):
    return add_up(x, kernel, stride, add=False)


@mistake("You average overlapping copies. Add them up.")
def averaged(x, kernel, stride=1):
    return add_up(x, kernel, stride) / np.maximum(add_up(np.ones_like(x), np.ones_like(kernel), stride), 1)


@mistake("You ignore the stride. The copy of x[i, j] starts at row i * stride and column j * stride.")
def stride_ignored(x, kernel, stride=1):
    return add_up(x, kernel, 1)


@mistake("Your output has the right size, but the copies are one apart. The copy of x[i, j] starts at row i * stride "
         "and column j * stride.")
def stride_in_the_size_alone(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    shape = (h - 1) * stride + kh, (w - 1) * stride + kw
    out = np.zeros(shape)
    small = add_up(x, kernel, 1)
    out[:small.shape[0], :small.shape[1]] = small
    return out


@mistake("You put `stride` zeros between neighboring entries. Put stride - 1, so that they are `stride` apart.")
def one_zero_too_many(x, kernel, stride=1):
    return add_up(x, kernel, stride + 1)


@mistake("Your output has H * stride + kh - 1 rows. The last copy starts at row (H - 1) * stride, so there are "
         "(H - 1) * stride + kh rows, and columns likewise.")
def zeros_behind_the_last_entry(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    return add_up(x, kernel, stride, (h * stride + kh - 1, w * stride + kw - 1))


@mistake("Your output has H * stride rows and W * stride columns, so copies at the edge are cut off. It has (H - 1) * "
         "stride + kh rows, and columns likewise.")
def size_times_stride(x, kernel, stride=1):
    return add_up(x, kernel, stride, (x.shape[0] * stride, x.shape[1] * stride))


@mistake("Your output has H * stride rows and W * stride columns, so copies at the edge do not fit. It has (H - 1) * "
         "stride + kh rows, and columns likewise.")
def copies_do_not_fit(x, kernel, stride=1):
    out = np.zeros((x.shape[0] * stride, x.shape[1] * stride))
    for i, j in np.ndindex(x.shape):
        out[i * stride:i * stride + kernel.shape[0], j * stride:j * stride + kernel.shape[1]] += x[i, j] * kernel
    return out


@mistake("Your output has H * stride + kh rows. The last copy starts at row (H - 1) * stride, so there are "
         "(H - 1) * stride + kh rows, and columns likewise.")
def size_times_stride_plus_kernel(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    return add_up(x, kernel, stride, (h * stride + kh, w * stride + kw))


@mistake("Your output is one row and one column short. It has (H - 1) * stride + kh rows, and columns likewise.")
def one_short(x, kernel, stride=1):
    return add_up(x, kernel, stride)[:-1, :-1]


@mistake("You crop the output to x's {what}, as with padding. Keep all of it: nothing is cut off here.",
         constants={"what": ("size", "size times the stride")})
def cropped(x, kernel, stride=1, *, what):
    rows, columns = (each * (1 if what == "size" else stride) for each in x.shape)
    top, left = (kernel.shape[0] - 1) // 2, (kernel.shape[1] - 1) // 2
    return add_up(x, kernel, stride)[top:top + rows, left:left + columns]


@mistake("You compute an ordinary convolution, which makes the image smaller. Every entry of x adds a kernel to the "
         "output, which is larger than x.")
def ordinary_convolution(x, kernel, stride=1):
    return correlated(x, kernel)[::stride, ::stride]


@mistake("Your result is that of stride 1 with a flipped kernel. Do not flip the kernel, and start the copies `stride` "
         "apart.")
def full_correlation_at_stride_one(x, kernel, stride=1):
    return full(x, kernel)


@mistake("You take every stride-th entry of the result for stride 1, which makes the image smaller. The stride spreads "
         "the copies.")
def thinned_by_the_stride(x, kernel, stride=1):
    return add_up(x, kernel, 1)[::stride, ::stride]


@mistake("You transpose the kernel. kernel[a, b] belongs to row a and column b of the copy.")
def transposed_kernel(x, kernel, stride=1):
    return add_up(x, kernel.T, stride)


@mistake("You repeat each entry `stride` times before you apply the kernel. Between the entries there are zeros.")
def repeated_entries(x, kernel, stride=1):
    large = np.repeat(np.repeat(x, stride, axis=0), stride, axis=1)
    return full(large, kernel[::-1, ::-1])


@mistake("You use kh for the columns too. The kernel need not be square.",
         constants={"form": ("whole", "cut")})
def square_kernel(x, kernel, stride=1, *, form):
    (h, w), kh = x.shape, kernel.shape[0]
    shape = (h - 1) * stride + kh, (w - 1) * stride + kh
    if form == "cut":
        return add_up(x, kernel, stride, shape)
    out = np.zeros(shape)
    for i, j in np.ndindex(h, w):
        out[i * stride:i * stride + kh, j * stride:j * stride + kh] += x[i, j] * kernel
    return out


@alternative
def entry_by_entry(x, kernel, stride=1):
    rows, columns = (x.shape[0] - 1) * stride + kernel.shape[0], (x.shape[1] - 1) * stride + kernel.shape[1]
    out = [[0.0] * columns for _ in range(rows)]
    for i in range(x.shape[0]):
        for j in range(x.shape[1]):
            for a in range(kernel.shape[0]):
                for b in range(kernel.shape[1]):
                    out[i * stride + a][j * stride + b] += x[i, j] * kernel[a, b]
    return out


@alternative
def as_a_convolution(x, kernel, stride=1):
    return full(spread(x, stride - 1), kernel[::-1, ::-1])


@alternative
def gathered(x, kernel, stride=1):
    (h, w), (kh, kw) = x.shape, kernel.shape
    rows, columns = np.arange((h - 1) * stride + kh), np.arange((w - 1) * stride + kw)
    down = (rows[:, None, None] == np.arange(h)[:, None] * stride + np.arange(kh)).astype(float)  # (rows, H, kh)
    across = (columns[:, None, None] == np.arange(w)[:, None] * stride + np.arange(kw)).astype(float)
    return np.einsum("ria,ij,ab,cjb->rc", down, x, kernel, across, optimize=True)
