"""Backward pass of max pooling: to the first maximum alone, added up where windows overlap, in the image's shape."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, gradients, mistake


def windows_of(image, size, stride):
    return np.lib.stride_tricks.sliding_window_view(image, (size, size))[::stride, ::stride]


def loss(dout, image, size, stride):
    return np.sum(dout * windows_of(image, size, stride).max(axis=(2, 3)))


CHECKS = (gradients(loss, of={"the gradient": 1}),)


def cases(rng):
    def layer(h, w, size, stride, corner=False):
        """dout and an image without near ties; ``corner``: its last pixel is the largest."""
        image = rng.permutation(h * w) - h * w / 2 + rng.uniform(-0.3, 0.3, size=h * w)
        if corner:
            image[-1] = h * w
        dout = rng.choice([-1.0, 1.0], size=((h - size) // stride + 1, (w - size) // stride + 1))
        return dout * rng.uniform(0.5, 3.0, size=dout.shape), image.reshape(h, w), size, stride

    image = np.array([[1.0, 9.0, 2.0], [4.0, 3.0, 5.0]])
    yield Case("one window", np.array([[2.0]]), image[:, 1:], 2, 2)
    yield Case("one pixel wins twice", np.array([[0.5, 2.0]]), image, 2, 1)
    tiles = np.array([[1.0, 4.0, 8.0, 5.0], [3.0, 2.0, 6.0, 7.0]])
    yield Case("two windows side by side", np.array([[10.0, -3.0]]), tiles, 2, 2)
    yield Case("all pixels negative", np.array([[1.0, 2.0]]), image - 20.0, 2, 1)
    yield Case("windows that fit", *layer(4, 6, 2, 2, corner=True))
    yield Case("overlapping windows", *layer(3, 4, 2, 1, corner=True))
    yield Case("a wide image", *layer(3, 7, 2, 1))
    yield Case("a tall image, windows of three", *layer(7, 5, 3, 2, corner=True))
    yield Case("large windows that overlap", *layer(6, 5, 4, 1))
    yield Case("one pixel", np.array([[-2.0]]), np.array([[3.0]]), 1, 1)
    yield Case("three hundred columns", *layer(4, 300, 2, 2)).judged(close()).plain()
    yield Case("a row and a column left over", *layer(3, 5, 2, 2)).judged(close()).edge("leftover pixels")
    yield Case("leftovers on one side", *layer(3, 5, 3, 2)).judged(close()).edge("leftover pixels")
    yield Case("two columns left over", *layer(3, 8, 3, 3)).judged(close()).edge("leftover pixels")
    yield Case("gaps between windows", *layer(7, 8, 2, 3)).judged(close()).edge("large strides")
    yield Case("every other pixel", *layer(5, 6, 1, 2)).judged(close()).edge("large strides")
    yield Case("a stride larger than the image", *layer(3, 4, 2, 5)).judged(close()).edge("large strides")

    def tied(name, dout, image, size, stride):
        case = Case(name, np.array(dout), np.array(image, dtype=float), size, stride)
        return case.judged(close()).edge("equal maxima")

    yield tied("two equal maxima in a row", [[3.0]], [[1, 5, 5], [0, 2, 1], [4, 1, 3]], 3, 1)
    yield tied("equal maxima on a diagonal", [[3.0]], [[1, 5], [5, 2]], 2, 2)
    yield tied("all zeros, as after a ReLU", [[1.0, 2.0], [3.0, 4.0]], np.zeros((4, 4)), 2, 2)
    yield tied("all equal, overlapping windows", [[1.0, 2.0, 4.0], [8.0, 16.0, 32.0]], np.full((3, 4), -7.0), 2, 1)
    # np.isclose takes these for equal, and they are not
    yield tied("nearly equal, the second is larger", [[3.0]], [[1.0, 2.0], [0.0, 2.0 + 1e-9]], 2, 2).plain()
    few = rng.integers(0, 3, size=(5, 7)).astype(float)
    yield tied("random, few values", rng.normal(size=(3, 5)), few, 3, 1)


def spread(dout, image, size, stride, share, add=True):
    """What each window hands back is ``share(window)`` times its dout."""
    dimage = np.zeros(image.shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            place = np.s_[i * stride:i * stride + size, j * stride:j * stride + size]
            part = share(image[place]) * dout[i, j]
            if add:
                dimage[place] += part
            else:
                dimage[place] = np.where(share(image[place]) != 0, part, dimage[place])
    return dimage


def one(place, window):
    share = np.zeros(window.size)
    share[place] = 1.0
    return share.reshape(window.shape)


def first(window):
    return one(window.argmax(), window)


@mistake("All maxima of a window get its dout. Where several are equal, only the first gets it.")
def all_equal_maxima(dout, image, size, stride):
    return spread(dout, image, size, stride, lambda window: 1.0 * (window == window.max()))


@mistake("You divide dout among equal maxima. The first in the window gets all of it.")
def shared_among_maxima(dout, image, size, stride):
    return spread(dout, image, size, stride, lambda window: (window == window.max()) / np.sum(window == window.max()))


@mistake("Of equal maxima you take the last. The first in the window gets dout, so replace a maximum only if a pixel "
         "is strictly larger.")
def last_of_equal_maxima(dout, image, size, stride):
    return spread(dout, image, size, stride, lambda window: one(-1 - window.ravel()[::-1].argmax(), window))


@mistake("Of equal maxima you take the first going down the columns. Go through the window row by row.")
def first_by_columns(dout, image, size, stride):
    return spread(dout, image, size, stride, lambda window: first(window.T).T)


@mistake("Where a pixel is the maximum of several windows, you keep the dout of the last one. Add them all up. With "
         "index arrays, np.add.at does that and += does not.")
def overwritten(dout, image, size, stride):
    return spread(dout, image, size, stride, first, add=False)


@mistake("You overwrite the whole window, so the zeros of a later window erase what its pixels got from an earlier "
         "one. Add each window's part.")
def erased_by_the_next(dout, image, size, stride):
    dimage = np.zeros(image.shape)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            place = np.s_[i * stride:i * stride + size, j * stride:j * stride + size]
            dimage[place] = first(image[place]) * dout[i, j]
    return dimage


@mistake("You spread dout evenly over the window, as for average pooling. The maximum gets all of it.")
def as_for_the_mean(dout, image, size, stride):
    return spread(dout, image, size, stride, lambda window: np.full(window.shape, 1 / window.size))


@mistake("Every pixel of a window gets its dout. Only the maximum does.")
def whole_window(dout, image, size, stride):
    return spread(dout, image, size, stride, lambda window: np.ones(window.shape))


@mistake("You mark the maxima with 1 and leave dout out. Each maximum gets the dout of its window.")
def dout_left_out(dout, image, size, stride):
    return spread(np.ones_like(dout), image, size, stride, first)


@mistake("You multiply dout by the pixel's value. The derivative of a maximum with respect to its pixel is 1.")
def times_the_pixel(dout, image, size, stride):
    return spread(dout, image, size, stride, lambda window: first(window) * window)


@mistake("The minimum of each window gets the gradient in your code. The maximum does.")
def to_the_minimum(dout, image, size, stride):
    return spread(dout, image, size, stride, lambda window: first(-window))


@mistake("You take the pixel of largest absolute value. Max pooling kept the largest pixel, with its sign.")
def largest_absolute_value(dout, image, size, stride):
    return spread(dout, image, size, stride, lambda window: first(np.abs(window)))


@mistake("Your search for the maximum starts at 0, so a window of negative pixels hands back {what}. Start with the "
         "window's own pixels.", constants={"what": ("nothing", "its dout to the first pixel")})
def starts_at_zero(dout, image, size, stride, *, what):
    otherwise = {"nothing": lambda window: 0.0 * window, "its dout to the first pixel": lambda window: one(0, window)}
    return spread(dout, image, size, stride,
                  lambda window: first(window) if window.max() > 0 else otherwise[what](window))


def placed(dout, image, size, stride, of_window, rows_by=None, columns_by=None):
    """The places of the maxima turned into pixels in another way."""
    dimage, windows = np.zeros(image.shape), windows_of(image, size, stride)
    for i in range(dout.shape[0]):
        for j in range(dout.shape[1]):
            a, b = of_window(windows[i, j])
            dimage[i * (rows_by or stride) + a, j * (columns_by or stride) + b] += dout[i, j]
    return dimage


def usual(window):
    return divmod(int(window.argmax()), len(window))


@mistake("You find the maximum in the window that starts at (i * stride, j * stride), and then add dout to a pixel "
         "counted from (i, j). The window starts at the same pixel both times.")
def stride_forgotten_on_the_way_back(dout, image, size, stride):
    return placed(dout, image, size, stride, usual, 1, 1)


@mistake("You swap row and column within the window. The place p of an argmax over a flattened window is row p // size "
         "and column p % size.")
def row_and_column_swapped(dout, image, size, stride):
    return placed(dout, image, size, stride, lambda window: usual(window)[::-1])


@mistake("You add the place in the flattened window to the window's start as if it ran along a row of the image. The "
         "place p is row p // size and column p % size of the window.")
def place_along_the_row(dout, image, size, stride):
    dimage, windows = np.zeros(image.size), windows_of(image, size, stride)
    for i, j in np.ndindex(dout.shape):
        place = i * stride * image.shape[1] + j * stride + int(windows[i, j].argmax())
        if place < image.size:
            dimage[place] += dout[i, j]
    return dimage.reshape(image.shape)


@mistake("You look for the window's maximum in the whole image, and an equal pixel outside the window may come first. "
         "Look in the window only.")
def found_in_the_image(dout, image, size, stride):
    dimage, maxima = np.zeros(image.shape), windows_of(image, size, stride).max(axis=(2, 3))
    for i, j in np.ndindex(dout.shape):
        dimage[tuple(np.argwhere(image == maxima[i, j])[0])] += dout[i, j]
    return dimage


@mistake("You take nearly equal pixels for equal. The largest gets dout, even if it is barely larger.",
         constants={"share": ("first", "all")})
def nearly_equal_maxima(dout, image, size, stride, *, share):
    def near(window):
        close_to_it = np.isclose(window, window.max())
        return one(close_to_it.argmax(), window) if share == "first" else 1.0 * close_to_it

    return spread(dout, image, size, stride, near)


@mistake("Where a pixel is the maximum of several windows, you average what it gets. Add it up.")
def averaged_over_windows(dout, image, size, stride):
    return spread(dout, image, size, stride, first) / np.maximum(
        spread(np.ones_like(dout), image, size, stride, first), 1)


@mistake("You add dout to the first pixel of each window. Add it to the pixel that was the maximum.")
def to_the_first_pixel(dout, image, size, stride):
    return placed(dout, image, size, stride, lambda window: (0, 0))


@mistake("You ignore the stride and move the windows by one pixel. Window (i, j) starts at (i * stride, j * stride).")
def stride_one(dout, image, size, stride):
    return spread(dout, image, size, 1, first)


@mistake("You use the size as the stride. Windows start `stride` pixels apart, so they may overlap or leave gaps.")
def stride_is_size(dout, image, size, stride):
    dimage = np.zeros(image.shape)
    for (i, j), gradient in np.ndenumerate(dout):
        window = image[i * size:i * size + size, j * size:j * size + size]
        if window.size:
            a, b = np.unravel_index(window.argmax(), window.shape)
            dimage[i * size + a, j * size + b] += gradient
    return dimage


@mistake("Your result covers only the pixels that some window contains. Give it the image's shape, with 0 for the "
         "others.")
def covered_pixels_only(dout, image, size, stride):
    whole = spread(dout, image, size, stride, first)
    return whole[:(dout.shape[0] - 1) * stride + size, :(dout.shape[1] - 1) * stride + size]


@mistake("You compare the image with its own maximum, so one pixel gets everything. Each window has a maximum of its "
         "own.")
def global_maximum(dout, image, size, stride):
    dimage = np.zeros(image.shape)
    dimage[np.unravel_index(image.argmax(), image.shape)] = dout.sum()
    return dimage


@alternative
def pixel_by_pixel(dout, image, size, stride):
    dimage = [[0.0] * image.shape[1] for _ in range(image.shape[0])]
    for i, row in enumerate(dout.tolist()):
        for j, gradient in enumerate(row):
            best = i * stride, j * stride
            for a in range(i * stride, i * stride + size):
                for b in range(j * stride, j * stride + size):
                    if image[a, b] > image[best]:
                        best = a, b
            dimage[best[0]][best[1]] += gradient
    return dimage


@alternative
def added_at_index_arrays(dout, image, size, stride):
    windows = windows_of(image, size, stride)
    a, b = np.unravel_index(windows.reshape(*dout.shape, -1).argmax(axis=-1), (size, size))
    i, j = np.indices(dout.shape) * stride
    dimage = np.zeros_like(image)
    np.add.at(dimage, (i + a, j + b), dout)
    return dimage


@alternative
def offset_by_offset(dout, image, size, stride):
    out_h, out_w = dout.shape
    maxima, open_windows = windows_of(image, size, stride).max(axis=(2, 3)), np.ones(dout.shape, dtype=bool)
    dimage = np.zeros(image.shape)
    for a in range(size):
        for b in range(size):
            seen = np.s_[a:a + stride * out_h:stride, b:b + stride * out_w:stride]
            hit = open_windows & (image[seen][:out_h, :out_w] == maxima)
            dimage[seen][:out_h, :out_w] += np.where(hit, dout, 0.0)
            open_windows &= ~hit
    return dimage
