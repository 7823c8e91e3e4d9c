"""The references of the cnn topic agree with SciPy and with plain loops over random inputs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage, signal, special
from support import reference

seeds = st.integers(0, 2**32 - 1)
small = st.integers(1, 4)


def correlation(image, kernel, stride, padding):
    """One channel, by SciPy."""
    return signal.correlate2d(np.pad(image, padding), kernel, mode="valid")[::stride, ::stride]


def shapes_of_convolution(draw):
    kernel, stride, padding = draw(small), draw(small), draw(st.integers(0, 3))
    smallest = max(1, kernel - 2 * padding)
    height, width = (draw(st.integers(smallest, smallest + 5)) for _ in range(2))
    return kernel, stride, padding, height, width


shapes = st.composite(shapes_of_convolution)()


@given(st.integers(1, 40), small, small, small)
def test_conv_output_size_agrees_with_counting(size, kernel, stride, padding):
    out = reference("conv_output_size").conv_output_size
    starts = [i for i in range(0, size + 2 * padding, stride) if i + kernel <= size + 2 * padding]
    if starts:
        assert out(size, kernel, stride, padding) == len(starts)
        assert type(out(size, kernel, stride, padding)) is int
    with pytest.raises(ValueError):
        out(size, size + 2 * padding + kernel, stride, padding)


@given(small, small, small)
def test_parameter_counts_agrees_with_arrays(k, c_in, c_out):
    counts = reference("parameter_counts")
    assert counts.conv_params(k, c_in, c_out) == np.zeros((c_out, c_in, k, k)).size + np.zeros(c_out).size
    assert counts.dense_params(c_in, c_out) == np.zeros((c_in, c_out)).size + np.zeros(c_out).size


@given(shapes, small, seeds)
def test_conv2d_agrees_with_scipy(shape, width_of_kernel, seed):
    kernel, stride, padding, height, width = shape
    rng = np.random.default_rng(seed)
    image, weights = rng.normal(size=(height, width + width_of_kernel)), rng.normal(size=(kernel, width_of_kernel))
    out = reference("conv2d").conv2d(image, weights, stride, padding)
    np.testing.assert_allclose(out, correlation(image, weights, stride, padding), atol=1e-12)


@given(small, small, st.integers(0, 6), st.integers(0, 6), seeds)
def test_max_pool2d_agrees_with_scipy(size, stride, more_rows, more_columns, seed):
    image = np.random.default_rng(seed).normal(-3.0, 1.0, size=(size + more_rows, size + more_columns))
    everywhere = ndimage.maximum_filter(image, size, origin=-((size - 1) // 2), mode="constant", cval=-np.inf)
    # shifted so that each maximum stands where its window starts
    start = size // 2 - (size - 1) // 2
    everywhere = everywhere[start:, start:][: more_rows + 1, : more_columns + 1]
    out = reference("max_pool2d").max_pool2d(image, size, stride)
    np.testing.assert_array_equal(out, everywhere[::stride, ::stride])


@given(small, st.integers(4, 9), st.integers(4, 9), small, small, seeds)
def test_cnn_forward_agrees_with_scipy(c, height, width, c1, c2, seed):
    rng = np.random.default_rng(seed)
    flat, image = c2 * (height // 4) * (width // 4), rng.normal(size=(c, height, width))
    shapes = {"conv1": (c1, c, 3, 3), "conv2": (c2, c1, 3, 3), "fc1": (flat, 3), "fc2": (3, 4)}
    biases = {"conv1": c1, "conv2": c2, "fc1": 3, "fc2": 4}
    params = {f"{name}_w": rng.normal(size=shape) for name, shape in shapes.items()}
    params |= {f"{name}_b": rng.normal(size=size) for name, size in biases.items()}
    x = image
    for name in ("conv1", "conv2"):
        maps = [
            params[f"{name}_b"][o] + sum(signal.correlate2d(x[i], kernels[i], mode="same") for i in range(len(x)))
            for o, kernels in enumerate(params[f"{name}_w"])
        ]
        pool = reference("max_pool2d").max_pool2d
        x = np.maximum([pool(each, 2, 2) for each in maps], 0)
    hidden = np.maximum(x.ravel() @ params["fc1_w"] + params["fc1_b"], 0)
    expected = special.softmax(hidden @ params["fc2_w"] + params["fc2_b"])
    np.testing.assert_allclose(reference("cnn_forward").cnn_forward(image, params), expected, atol=1e-9)


@given(shapes, small, small, small, seeds)
def test_conv2d_batch_agrees_with_scipy(shape, n, c_in, c_out, seed):
    kernel, stride, padding, height, width = shape
    rng = np.random.default_rng(seed)
    x, bias = rng.normal(size=(n, c_in, height, width)), rng.normal(size=c_out)
    weight = rng.normal(size=(c_out, c_in, kernel, kernel))
    expected = [
        [bias[o] + sum(correlation(image[c], weight[o, c], stride, padding) for c in range(c_in)) for o in range(c_out)]
        for image in x
    ]
    out = reference("conv2d_batch").conv2d_batch(x, weight, bias, stride, padding)
    np.testing.assert_allclose(out, expected, atol=1e-12)


@given(shapes, small, small, seeds)
def test_im2col_agrees_with_its_definition(shape, n, channels, seed):
    kernel, stride, padding, height, width = shape
    x = np.random.default_rng(seed).normal(size=(n, channels, height, width))
    padded = np.pad(x, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    starts = [
        (i, j)
        for i in range(0, height + 2 * padding - kernel + 1, stride)
        for j in range(0, width + 2 * padding - kernel + 1, stride)
    ]
    expected = [[image[:, i : i + kernel, j : j + kernel].ravel() for i, j in starts] for image in padded]
    np.testing.assert_array_equal(reference("im2col").im2col(x, kernel, stride, padding), expected)


@given(shapes, small, small, small, seeds)
def test_conv2d_backward_agrees_with_the_adjoint(shape, n, c_in, c_out, seed):
    """The layer is linear in each argument: <dout, forward(v)> = <gradient, v> for every v."""
    kernel, stride, padding, height, width = shape
    rng = np.random.default_rng(seed)
    x, weight = rng.normal(size=(n, c_in, height, width)), rng.normal(size=(c_out, c_in, kernel, kernel))
    forward, zero = reference("conv2d_batch").conv2d_batch, np.zeros(c_out)
    dout = rng.normal(size=forward(x, weight, zero, stride, padding).shape)
    dx, dweight, dbias = reference("conv2d_backward").conv2d_backward(dout, x, weight, stride, padding)
    for _ in range(3):
        v, w, b = rng.normal(size=x.shape), rng.normal(size=weight.shape), rng.normal(size=c_out)
        assert np.isclose(np.sum(dx * v), np.sum(dout * forward(v, weight, zero, stride, padding)))
        assert np.isclose(np.sum(dweight * w), np.sum(dout * forward(x, w, zero, stride, padding)))
        assert np.isclose(np.sum(dbias * b), np.sum(dout * forward(x, 0 * weight, b, stride, padding)))


@given(st.integers(1, 5), st.integers(1, 6), seeds)
def test_iou_matrix_agrees_with_counting_cells(n, m, seed):
    """Boxes with whole corners cover cells of a grid, which can be counted."""
    rng = np.random.default_rng(seed)
    corners = [np.sort(rng.integers(9, size=(count, 2, 2)), axis=1).reshape(count, 4) for count in (n, m)]

    def cells(box):
        x1, y1, x2, y2 = box
        return {(x, y) for x in range(x1, x2) for y in range(y1, y2)}

    expected = [[len(cells(p) & cells(q)) / max(len(cells(p) | cells(q)), 1) for q in corners[1]] for p in corners[0]]
    out = reference("iou_matrix").iou_matrix(*(each.astype(float) for each in corners))
    np.testing.assert_allclose(out, expected, rtol=1e-12)


@given(st.integers(0, 12), st.floats(0.0, 1.0), seeds)
def test_nms_agrees_with_its_definition_on_cells(n, threshold, seed):
    """Boxes with whole corners cover cells of a grid, so every IoU is a fraction that can be counted."""
    rng = np.random.default_rng(seed)
    starts = rng.integers(6, size=(n, 2))
    boxes, scores = np.hstack([starts, starts + rng.integers(1, 6, size=(n, 2))]), rng.integers(4, size=n) / 4
    cells = [{(x, y) for x in range(x1, x2) for y in range(y1, y2)} for x1, y1, x2, y2 in boxes.tolist()]
    expected = []
    for j in sorted(range(n), key=lambda index: (-scores[index], index)):
        if all(len(cells[i] & cells[j]) / len(cells[i] | cells[j]) <= threshold for i in expected):
            expected.append(j)
    assert list(reference("nms").nms(boxes.astype(float), scores, threshold)) == expected


@given(small, small, small, small, small, st.sampled_from([1e-5, 0.3]), seeds)
def test_group_norm_agrees_with_a_plain_loop(n, n_groups, size, height, width, eps, seed):
    rng = np.random.default_rng(seed)
    c = n_groups * size
    x, gamma, beta = rng.normal(size=(n, c, height, width)), rng.normal(size=c), rng.normal(size=c)
    expected = np.empty(x.shape)
    for i in range(n):
        for g in range(n_groups):
            channels = range(g * size, (g + 1) * size)
            values = [float(value) for k in channels for value in x[i, k].ravel()]
            mean = sum(values) / len(values)
            var = sum((value - mean) ** 2 for value in values) / len(values)
            for k in channels:
                expected[i, k] = gamma[k] * (x[i, k] - mean) / (var + eps) ** 0.5 + beta[k]
    out = reference("group_norm").group_norm(x, gamma, beta, n_groups, eps)
    np.testing.assert_allclose(out, expected, rtol=1e-9, atol=1e-9)
    with pytest.raises(ValueError):
        reference("group_norm").group_norm(x, gamma, beta, c + 1)


@given(small, small, st.integers(0, 5), st.integers(0, 5), seeds)
def test_max_pool2d_backward_agrees_with_central_differences(size, stride, more_rows, more_columns, seed):
    """Without ties max pooling is linear around an image, so differences are exact but for rounding."""
    rng = np.random.default_rng(seed)
    image = rng.permutation((size + more_rows) * (size + more_columns)).reshape(size + more_rows, -1).astype(float)
    forward = reference("max_pool2d").max_pool2d
    dout, numeric = rng.normal(size=forward(image, size, stride).shape), np.empty(image.shape)
    for place in np.ndindex(image.shape):
        moved = np.zeros(image.shape)
        moved[place] = 0.25
        ends = [forward(image + sign * moved, size, stride) for sign in (1, -1)]
        numeric[place] = np.sum(dout * (ends[0] - ends[1])) / 0.5
    out = reference("max_pool2d_backward").max_pool2d_backward(dout, image, size, stride)
    np.testing.assert_allclose(out, numeric, atol=1e-9)


@given(small, small, st.integers(0, 4), st.integers(0, 4), seeds)
def test_max_pool2d_backward_agrees_with_the_first_maximum(size, stride, more_rows, more_columns, seed):
    rng = np.random.default_rng(seed)
    image = rng.integers(3, size=(size + more_rows, size + more_columns)).astype(float)
    dout = rng.normal(size=(more_rows // stride + 1, more_columns // stride + 1))
    expected = np.zeros(image.shape)
    for i, j in np.ndindex(dout.shape):
        window = [(i * stride + a, j * stride + b) for a in range(size) for b in range(size)]
        expected[max(window, key=lambda pixel: image[pixel])] += dout[i, j]  # max returns the first
    out = reference("max_pool2d_backward").max_pool2d_backward(dout, image, size, stride)
    np.testing.assert_allclose(out, expected, atol=1e-12)


@given(small, small, small, small, small, seeds)
def test_conv_transpose2d_agrees_with_scipy(h, w, kh, kw, stride, seed):
    rng = np.random.default_rng(seed)
    x, kernel = rng.normal(size=(h, w)), rng.normal(size=(kh, kw))
    spread = np.zeros(((h - 1) * stride + 1, (w - 1) * stride + 1))
    spread[::stride, ::stride] = x
    expected = signal.convolve2d(spread, kernel, mode="full")  # a true convolution: SciPy flips the kernel
    np.testing.assert_allclose(reference("conv_transpose2d").conv_transpose2d(x, kernel, stride), expected, atol=1e-12)


@given(small, small, small, small, small, seeds)
def test_conv_transpose2d_agrees_with_the_adjoint(h, w, kh, kw, stride, seed):
    """It is the transpose of the convolution: <out, v> = <x, conv2d(v)> for every v."""
    rng = np.random.default_rng(seed)
    x, kernel = rng.normal(size=(h, w)), rng.normal(size=(kh, kw))
    out = reference("conv_transpose2d").conv_transpose2d(x, kernel, stride)
    v = rng.normal(size=out.shape)
    assert np.isclose(np.sum(out * v), np.sum(x * correlation(v, kernel, stride, 0)))


sizes = st.integers(1, 7)


@given(sizes, sizes, sizes, sizes, seeds)
def test_bilinear_resize_agrees_with_scipy(h, w, out_h, out_w, seed):
    image = np.random.default_rng(seed).normal(size=(h, w))
    rows = [i * (h - 1) / (out_h - 1) if out_h > 1 else 0.0 for i in range(out_h)]
    columns = [j * (w - 1) / (out_w - 1) if out_w > 1 else 0.0 for j in range(out_w)]
    expected = ndimage.map_coordinates(image, np.meshgrid(rows, columns, indexing="ij"), order=1, mode="nearest")
    out = reference("bilinear_resize").bilinear_resize(image, out_h, out_w)
    np.testing.assert_allclose(out, expected, atol=1e-9)
