"""Max pooling: full windows only, negative pixels, and a stride that is not the size."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    image = np.array([[1.0, 2.0, 5.0], [4.0, 3.0, 0.0], [7.0, 8.0, 9.0]])
    yield Case("one pixel", np.array([[3.0]]), 1, 1)
    yield Case("one window", np.array([[1.0, 4.0], [3.0, 2.0]]), 2, 2)
    yield Case("all negative", np.array([[-4.0, -1.0], [-3.0, -2.0]]), 2, 1)
    yield Case("overlapping windows", image, 2, 1)
    yield Case("a row and a column left over", image, 2, 2)
    yield Case("windows that fit", rng.normal(size=(4, 6)), 2, 2)
    yield Case("a tall image", rng.normal(size=(7, 4)), 3, 2)
    yield Case("a wide image", rng.normal(size=(3, 8)), 2, 3)
    yield Case("gaps between windows", rng.normal(size=(7, 8)), 2, 3)
    yield Case("every other pixel", rng.normal(size=(5, 6)), 1, 2)
    yield Case("a large window", rng.normal(size=(6, 5)), 4, 1)
    yield Case("leftovers on one side", rng.normal(size=(6, 7)), 3, 3)
    yield Case("random negative pixels", -rng.uniform(1, 9, size=(5, 4)), 3, 1)
    yield Case("far below zero", np.array([[-4e12, -2e12, -5e12], [-3e12, -6e12, -7e12]]), 2, 1)
    yield Case("three hundred columns", rng.normal(size=(4, 300)), 2, 2).plain()
    yield Case("a stride larger than the image", rng.normal(size=(3, 4)), 2, 5)


def windows_of(image, size, stride):
    return np.lib.stride_tricks.sliding_window_view(image, (size, size))[::stride, ::stride]


@mistake("You compare with 0, as a running maximum that starts there or a padding of zeros does, so "
         "negative pixels lose. Take the maximum of the window's own pixels.")
def starts_at_zero(image, size, stride):
    return np.maximum(windows_of(image, size, stride).max(axis=(2, 3)), 0)


@mistake("You take the mean of the window; max pooling keeps the largest pixel.")
def mean_pooling(image, size, stride):
    return windows_of(image, size, stride).mean(axis=(2, 3))


@mistake("You use the size as the stride. Windows start `stride` pixels apart, so they may overlap or "
         "leave gaps.")
def stride_is_size(image, size, stride):
    return windows_of(image, size, size).max(axis=(2, 3))


@mistake("You use the stride as the size. A window is size x size, whatever the distance to the next one.")
def size_is_stride(image, size, stride):
    return windows_of(image, stride, stride).max(axis=(2, 3))


@mistake("You ignore the stride and move by one pixel.")
def stride_one(image, size, stride):
    return windows_of(image, size, 1).max(axis=(2, 3))


@mistake("You keep partial windows at the right and lower edge. Only full windows count: round the number "
         "down.")
def partial_windows(image, size, stride):
    h, w = image.shape
    return np.array([[image[i:i + size, j:j + size].max() for j in range(0, max(w - size, 0) + stride, stride) if j < w]
                     for i in range(0, max(h - size, 0) + stride, stride) if i < h])


@mistake("You use the number of rows for the columns as well. H and W may differ.")
def square_image(image, size, stride):
    out = (image.shape[0] - size) // stride + 1
    return np.array([[image[i * stride:i * stride + size, j * stride:j * stride + size].max() for j in range(out)]
                     for i in range(out)])


@mistake("Your output is one row and one column short: floor((H - size) / stride) + 1, with the + 1.")
def one_short(image, size, stride):
    return windows_of(image, size, stride).max(axis=(2, 3))[:-1, :-1]


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
