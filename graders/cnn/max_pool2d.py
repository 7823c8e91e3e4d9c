"""Max pooling: full windows only, negative pixels, and a stride that is not the size."""

import numpy as np

from mlprep.grading.api import Case, alternative, equal, mistake, uses

CHECKS = (equal(),)  # the pixels are copied


def cases(rng):
    def positive(h, w):
        return rng.uniform(0.5, 9.0, size=(h, w))

    image = np.array([[1.0, 2.0, 5.0], [4.0, 3.0, 0.0], [7.0, 8.0, 9.0]])
    yield Case("one window", np.array([[1.0, 4.0], [3.0, 2.0]]), 2, 2)
    yield Case("overlapping windows", image, 2, 1)
    yield Case("windows that fit", positive(4, 6), 2, 2)
    yield Case("a wide image", positive(4, 9), 2, 1)
    yield Case("a tall image", positive(7, 5), 3, 2)
    yield Case("a large window", positive(6, 5), 4, 1)
    yield Case("one pixel", np.array([[3.0]]), 1, 1)
    yield Case("three hundred columns", positive(4, 300), 2, 2).plain()
    yield Case("all negative", np.array([[-4.0, -1.0], [-3.0, -2.0]]), 2, 1).edge("negative pixels")
    yield Case("random negative pixels", -rng.uniform(1, 9, size=(5, 4)), 3, 1).edge("negative pixels")
    yield Case("mixed signs", rng.normal(size=(4, 7)), 2, 1).edge("negative pixels")
    far = Case("far below zero", np.array([[-4e12, -2e12, -5e12], [-3e12, -6e12, -7e12]]), 2, 1)
    yield far.edge("negative pixels")
    yield Case("a row and a column left over", image, 2, 2).edge("leftover pixels")
    yield Case("leftovers on one side", positive(6, 7), 3, 3).edge("leftover pixels")
    yield Case("gaps between windows", positive(7, 8), 2, 3).edge("large strides")
    yield Case("gaps in a wide image", positive(3, 8), 2, 3).edge("large strides")
    yield Case("every other pixel", positive(5, 6), 1, 2).edge("large strides")
    yield Case("a stride larger than the image", positive(3, 4), 2, 5).edge("large strides")


def windows_of(image, size, stride):
    return np.lib.stride_tricks.sliding_window_view(image, (size, size))[::stride, ::stride]


@mistake("Your maximum starts at 0, or a padding of zeros is part of it, so negative pixels lose. Take the maximum of "
         "the window's own pixels.")
def starts_at_zero(image, size, stride):
    return np.maximum(windows_of(image, size, stride).max(axis=(2, 3)), 0)


@mistake("Your maximum starts at {start}, and pixels below it lose. Start at -np.inf, or take the maximum of the "
         "window's own pixels.", constants={"start": ("-1e9", "-1e4", "-1e10", "-1e6", "-1e5", "-999", "-1000")})
def starts_at_a_number(image, size, stride, *, start):
    return np.maximum(windows_of(image, size, stride).max(axis=(2, 3)), float(start))


@mistake("You keep the pixel of largest absolute value. Keep the largest pixel, with its sign.")
def largest_absolute_value(image, size, stride):
    flat = windows_of(image, size, stride)
    flat = flat.reshape(*flat.shape[:2], -1)
    return np.take_along_axis(flat, np.abs(flat).argmax(axis=-1)[..., None], axis=-1)[..., 0]


@mistake("You take the mean of the window. Max pooling keeps the largest pixel.")
def mean_pooling(image, size, stride):
    return windows_of(image, size, stride).mean(axis=(2, 3))


@mistake("You take the minimum of the window. Max pooling keeps the largest pixel.")
def min_pooling(image, size, stride):
    return windows_of(image, size, stride).min(axis=(2, 3))


@mistake("You use the size as the stride. Windows start `stride` pixels apart, so they may overlap or leave gaps.")
def stride_is_size(image, size, stride):
    return windows_of(image, size, size).max(axis=(2, 3))


@mistake("You use the stride as the size. A window is size x size for any stride.")
def size_is_stride(image, size, stride):
    return windows_of(image, stride, stride).max(axis=(2, 3))


@mistake("Where windows overlap, you look at the first `stride` rows and columns of each only. A window is size x size "
         "and may reach into the next one.")
def cut_at_the_stride(image, size, stride):
    return windows_of(image, size, stride)[..., :stride, :stride].max(axis=(2, 3))


@mistake("You ignore the stride and move by one pixel. Start window (i, j) at (i * stride, j * stride).")
def stride_one(image, size, stride):
    return windows_of(image, size, 1).max(axis=(2, 3))


@mistake("Your output has the right size, but its windows are one pixel apart. Start them at i * stride and j * "
         "stride.")
def stride_in_the_size_alone(image, size, stride):
    out = windows_of(image, size, 1).max(axis=(2, 3))
    return out[: (out.shape[0] - 1) // stride + 1, : (out.shape[1] - 1) // stride + 1]


@mistake("You keep partial windows at the right and lower edge. Only full windows count, so round the number down.")
def partial_windows(image, size, stride):
    h, w = image.shape
    return np.array([[image[i:i + size, j:j + size].max() for j in range(0, max(w - size, 0) + stride, stride) if j < w]
                     for i in range(0, max(h - size, 0) + stride, stride) if i < h])


@mistake("Your output has H // stride rows and W // stride columns. It should have floor((H - size) / stride) + 1 "
         "rows, and columns likewise.")
def length_over_stride(image, size, stride):
    rows, columns = image.shape[0] // stride, image.shape[1] // stride
    return np.array([[image[i * stride:i * stride + size, j * stride:j * stride + size].max() for j in range(columns)]
                     for i in range(rows)])


@mistake("You use the number of rows for the columns too. H and W may differ.")
def square_image(image, size, stride):
    out = (image.shape[0] - size) // stride + 1
    return np.array([[image[i * stride:i * stride + size, j * stride:j * stride + size].max(initial=-np.inf)
                      for j in range(out)] for i in range(out)])


@mistake("Your output is one row and one column short. It has floor((H - size) / stride) + 1 rows, with the + 1.")
def one_short(image, size, stride):
    return windows_of(image, size, stride).max(axis=(2, 3))[:-1, :-1]


@mistake("You sort windows that are views of the image, so the image changes while you work. Sort a copy, or take the "
         "maximum.", when=uses("sort"))
def sorted_in_place(image, size, stride):
    out = []
    for i in range(0, image.shape[0] - size + 1, stride):
        out.append([])
        for j in range(0, image.shape[1] - size + 1, stride):
            window = image[i:i + size, j:j + size]
            window.sort(axis=1)
            out[-1].append(window[:, -1].max())
    return np.array(out)


@mistake("You round the pixels to float32. Return them exactly as they are.", when=uses("np.float32", "np.single"))
def through_float32(image, size, stride):
    return windows_of(image.astype(np.float32), size, stride).max(axis=(2, 3)).astype(np.float64)


@alternative
def window_by_window(image, size, stride):
    h, w = image.shape
    out = np.full(((h - size) // stride + 1, (w - size) // stride + 1), -np.inf)
    for i in range(out.shape[0]):
        for j in range(out.shape[1]):
            for a in range(size):
                for b in range(size):
                    out[i, j] = max(out[i, j], image[i * stride + a, j * stride + b])
    return out


@alternative
def by_offsets(image, size, stride):
    h, w = image.shape
    shifted = [image[a:h - size + a + 1:stride, b:w - size + b + 1:stride] for a in range(size) for b in range(size)]
    return np.maximum.reduce(shifted)


@alternative
def rows_then_columns(image, size, stride):
    view = np.lib.stride_tricks.sliding_window_view
    rows = view(image, size, axis=0)[::stride].max(axis=-1)
    return view(rows, size, axis=1)[:, ::stride].max(axis=-1).tolist()
