"""Bilinear resize: corners aligned, weights the right way around, both axes by themselves, and lengths of one."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def draw(h, w):
        return rng.normal(scale=3.0, size=(h, w))

    image = np.array([[0.0, 10.0], [20.0, 50.0]])
    yield Case("twice as many rows less one", image, 3, 2)
    yield Case("two columns become four", image, 2, 4)
    yield Case("both directions", image, 3, 3)
    yield Case("three columns become four", np.array([[0.0, 3.0, 12.0], [6.0, 6.0, 6.0]]), 2, 4)
    yield Case("the same size", draw(3, 4), 3, 4)
    yield Case("larger", draw(3, 4), 5, 9)
    yield Case("smaller", draw(7, 9), 3, 4)
    yield Case("fewer rows, more columns", draw(6, 3), 4, 5)
    yield Case("more rows, fewer columns", draw(3, 7), 8, 5)
    yield Case("every other pixel", draw(5, 7), 3, 4)
    yield Case("the four corners", draw(5, 4), 2, 2)
    yield Case("a square image and result", draw(4, 4), 6, 6)
    yield Case("one hundred rows", draw(4, 3), 100, 2).plain()
    one = "one output row or column"
    yield Case("one output row", draw(3, 4), 1, 6).edge(one)
    yield Case("one output column", draw(4, 3), 5, 1).edge(one)
    yield Case("one output pixel", image + 1, 1, 1).edge(one)
    one = "one input row or column"
    yield Case("one input row", np.array([[1.0, 3.0]]), 2, 3).edge(one)
    yield Case("one input column", draw(4, 1), 6, 3).edge(one)
    yield Case("one input pixel", np.array([[-2.5]]), 2, 3).edge(one)
    yield Case("one row in, one row out", draw(1, 4), 1, 3).edge(one)
    yield Case("one pixel in, one pixel out", np.array([[7.0]]), 1, 1).edge(one)


def aligned(size, out_size):
    return np.arange(out_size) * (size - 1) / max(out_size - 1, 1)


def sample(image, rows, columns, swapped=False):
    """The image at these fractional rows and columns."""
    for axis, at in enumerate((rows, columns)):
        at = np.clip(at, 0, image.shape[axis] - 1)
        low = np.floor(at).astype(int)
        high, weight = np.minimum(low + 1, image.shape[axis] - 1), at - low
        if swapped:
            weight = 1 - weight
        weight = weight.reshape((-1, 1) if axis == 0 else (1, -1))
        image = image.take(low, axis) * (1 - weight) + image.take(high, axis) * weight
    return image


def both(image, out_h, out_w, positions):
    return sample(image, positions(image.shape[0], out_h), positions(image.shape[1], out_w))


@mistake("You align the edges of the pixels: (i + 0.5) * H / out_h - 0.5, the default of many libraries. Here the "
         "corners are aligned: i * (H - 1) / (out_h - 1).")
def edges_aligned(image, out_h, out_w):
    return both(image, out_h, out_w, lambda size, out: (np.arange(out) + 0.5) * size / out - 0.5)


@mistake("You sample row i * H / out_h. With the corners aligned it is i * (H - 1) / (out_h - 1), and likewise for the "
         "columns.")
def ratio_of_the_sizes(image, out_h, out_w):
    return both(image, out_h, out_w, lambda size, out: np.arange(out) * size / out)


@mistake("You divide by out_h instead of out_h - 1, so the last row is never reached. There are out_h - 1 steps "
         "between out_h rows, and likewise for the columns.")
def one_step_too_many(image, out_h, out_w):
    return both(image, out_h, out_w, lambda size, out: np.arange(out) * (size - 1) / out)


@mistake("You sample row i * H / (out_h - 1). The last input row has index H - 1, so it is i * (H - 1) / (out_h - 1), "
         "and likewise for the columns.")
def beyond_the_last_row(image, out_h, out_w):
    return both(image, out_h, out_w, lambda size, out: np.arange(out) * size / max(out - 1, 1))


@mistake("You copy the {which}. Between pixels, weight the neighbors on both sides.",
         constants={"which": ("nearest pixel", "pixel before"), "half": ("even", "up")})
def nearest_pixel(image, out_h, out_w, *, which, half):
    nearest = np.round if half == "even" else lambda at: np.floor(at + 0.5)
    whole = nearest if which == "nearest pixel" else np.floor
    return both(image, out_h, out_w, lambda size, out: whole(aligned(size, out)))


@mistake("You swap the weights. The closer a position is to a pixel, the more that pixel counts: the one before gets "
         "1 - u and the one behind it u.")
def swapped_weights(image, out_h, out_w):
    h, w = image.shape
    return sample(image, aligned(h, out_h), aligned(w, out_w), swapped=True)


@mistake("You swap the weights of two of the four neighbors. image[top, left + 1] counts (1 - u) * v and "
         "image[top + 1, left] counts u * (1 - v).")
def mixed_weights(image, out_h, out_w):
    (top, u), (left, v) = ((np.floor(at).astype(int), at % 1)
                           for at in (aligned(image.shape[0], out_h), aligned(image.shape[1], out_w)))
    below, right, u = np.minimum(top + 1, image.shape[0] - 1), np.minimum(left + 1, image.shape[1] - 1), u[:, None]
    return (image[top][:, left] * (1 - u) * (1 - v) + image[top][:, right] * u * (1 - v)
            + image[below][:, left] * (1 - u) * v + image[below][:, right] * u * v)


@mistake("You average the four neighbors. Weight them by how close they are.")
def equal_weights(image, out_h, out_w):
    for axis, out in enumerate((out_h, out_w)):
        low = np.floor(aligned(image.shape[axis], out)).astype(int)
        image = (image.take(low, axis) + image.take(np.minimum(low + 1, image.shape[axis] - 1), axis)) / 2
    return image


@mistake("You interpolate along the {axis} only, and copy pixels along the other axis. Weight the neighbors along "
         "both.",
         constants={"axis": ("rows", "columns")})
def along_one_axis(image, out_h, out_w, *, axis):
    rows, columns = aligned(image.shape[0], out_h), aligned(image.shape[1], out_w)
    return sample(image, rows, np.floor(columns)) if axis == "rows" else sample(image, np.floor(rows), columns)


@mistake("You use the scale of the rows for the columns too. Columns are sampled at j * (W - 1) / (out_w - 1).")
def one_scale_for_both(image, out_h, out_w):
    scale = (image.shape[0] - 1) / max(out_h - 1, 1)
    return sample(image, np.arange(out_h) * scale, np.arange(out_w) * scale)


@mistake("Your result has out_w rows and out_h columns. Rows come first.")
def rows_and_columns_swapped(image, out_h, out_w):
    return both(image, out_w, out_h, aligned)


@mistake("For one output row or column you sample the middle. Sample row 0 or column 0.")
def middle_of_the_image(image, out_h, out_w):
    return both(image, out_h, out_w,
                lambda size, out: aligned(size, out) if out > 1 else np.array([(size - 1) / 2]))


@mistake("For one output row or column you average the whole axis. Sample row 0 or column 0.")
def mean_for_one(image, out_h, out_w):
    out = both(image, out_h, out_w, aligned)
    if out_h == 1:
        out = both(image.mean(axis=0, keepdims=True), 1, out_w, aligned)
    if out_w == 1:
        out = both((image.mean(axis=0, keepdims=True) if out_h == 1 else image).mean(axis=1, keepdims=True), out_h, 1,
                   aligned)
    return out


@mistake("For one output row or column you divide by out_h - 1 = 0. Sample row 0 or column 0 there.",
         constants={"how": ("Python", "NumPy")})
def division_by_zero(image, out_h, out_w, *, how):
    if how == "Python":
        scales = [(size - 1) / (out - 1) for size, out in zip(image.shape, (out_h, out_w))]
        return sample(image, np.arange(out_h) * scales[0], np.arange(out_w) * scales[1])
    out = both(image, out_h, out_w, aligned)
    return out if out_h > 1 and out_w > 1 else np.full(out.shape, np.nan)


@mistake("You look one pixel past the last row or column. Its weight is 0 there, but the index must exist: cut it off "
         "at H - 1 and W - 1.", constants={"form": ("pixel by pixel", "rows first", "columns first")})
def past_the_end(image, out_h, out_w, *, form):
    top, left = (np.floor(aligned(size, out)).astype(int) for size, out in zip(image.shape, (out_h, out_w)))
    if form == "rows first":
        image[top + 1]
    elif form == "pixel by pixel":  # both neighbors in a row, and then those in the next row
        for i in top:
            for j in left:
                image[i, j + 1], image[i + 1, j]
    image[:, left + 1], image[top + 1]
    return both(image, out_h, out_w, aligned)


@mistake("Your last row and column are 0, as where the loop skips positions that have no neighbor behind them. The "
         "last pixel alone counts there.")
def last_ones_left_out(image, out_h, out_w):
    out = both(image, out_h, out_w, aligned)
    inside = [aligned(size, count) < size - 1 for size, count in zip(image.shape, (out_h, out_w))]
    return np.where(inside[0][:, None] & inside[1], out, 0.0)


@mistake("Your weights are ceil(r) - r and r - floor(r), and both are 0 where r is a whole number. Use 1 - u and u, "
         "with u = r - floor(r).")
def weights_that_vanish(image, out_h, out_w):
    for axis, out in enumerate((out_h, out_w)):
        at = aligned(image.shape[axis], out)
        shape = (-1, 1) if axis == 0 else (1, -1)
        low, high = np.floor(at).astype(int), np.ceil(at).astype(int)
        image = image.take(low, axis) * (high - at).reshape(shape) + image.take(high, axis) * (at - low).reshape(shape)
    return image


@mistake("You round the result to whole numbers. Return it as it is.")
def rounded(image, out_h, out_w):
    return np.round(both(image, out_h, out_w, aligned))


@alternative
def pixel_by_pixel(image, out_h, out_w):
    h, w = image.shape
    out = []
    for i in range(out_h):
        r = i * (h - 1) / (out_h - 1) if out_h > 1 else 0.0
        a, line = min(int(r), max(h - 2, 0)), []
        b, u = min(a + 1, h - 1), r - a
        for j in range(out_w):
            c = j * (w - 1) / (out_w - 1) if out_w > 1 else 0.0
            d = int(c)
            e, v = min(d + 1, w - 1), c - d
            line.append((1 - u) * ((1 - v) * image[a, d] + v * image[a, e])
                        + u * ((1 - v) * image[b, d] + v * image[b, e]))
        out.append(line)
    return out


@alternative
def by_interp(image, out_h, out_w):
    h, w = image.shape
    wide = np.array([np.interp(np.linspace(0, w - 1, out_w), np.arange(w), row) for row in image])
    return np.array([np.interp(np.linspace(0, h - 1, out_h), np.arange(h), column) for column in wide.T]).T


@alternative
def hat_functions(image, out_h, out_w):
    weights = [np.maximum(1 - np.abs(np.subtract.outer(np.linspace(0, size - 1, out), np.arange(size))), 0)
               for size, out in zip(image.shape, (out_h, out_w))]  # fmt: skip
    return weights[0] @ image @ weights[1].T
