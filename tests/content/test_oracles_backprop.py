"""The references on losses and backpropagation agree with SciPy, scikit-learn, differences and plain loops."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import optimize, special
from sklearn import datasets, metrics
from support import reference

numbers = st.floats(-3, 3)
sizes = st.integers(1, 4)


def normals(seed: int, *shapes: tuple[int, ...]) -> list[Any]:
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape) for shape in shapes]


@given(sizes, st.integers(2, 4), st.integers(0, 999))
def test_cross_entropy_agrees_with_scikit_learn(n, c, seed):
    rng = np.random.default_rng(seed)
    p, labels = rng.dirichlet(np.ones(c), size=n) * 0.9 + 0.1 / c, rng.integers(c, size=n)
    wanted = metrics.log_loss(labels, p, labels=np.arange(c), normalize=False)
    assert reference("cross_entropy").cross_entropy(np.eye(c)[labels], p) == pytest.approx(wanted)


@given(sizes, sizes, st.integers(0, 999), st.sampled_from([1.0, 100.0, 1e4]))
def test_softmax_cross_entropy_agrees_with_scipy(n, c, seed, scale):
    (logits,) = normals(seed, (n, c))
    logits *= scale
    labels = np.random.default_rng(seed).integers(c, size=n)
    loss, gradient = reference("softmax_cross_entropy").softmax_cross_entropy(logits, labels)
    assert loss == pytest.approx(-special.log_softmax(logits, axis=1)[np.arange(n), labels].mean(), abs=1e-12)
    np.testing.assert_allclose(gradient, (special.softmax(logits, axis=1) - np.eye(c)[labels]) / n, atol=1e-12)


@given(sizes, sizes, sizes, sizes, st.integers(0, 999))
def test_mlp_forward_agrees_with_loops(n, d, h, c, seed):
    X, W1, b1, W2, b2 = normals(seed, (n, d), (d, h), (h,), (h, c), (c,))
    for i, stages in enumerate(zip(*reference("mlp_forward").mlp_forward(X, W1, b1, W2, b2), strict=True)):
        z1 = [sum(X[i, k] * W1[k, j] for k in range(d)) + b1[j] for j in range(h)]
        a1 = [max(z, 0.0) for z in z1]
        z2 = [sum(a1[k] * W2[k, j] for k in range(h)) + b2[j] for j in range(c)]
        for got, wanted in zip(stages, (z1, a1, z2, special.softmax(z2)), strict=True):
            np.testing.assert_allclose(got, wanted, atol=1e-12)


@given(sizes, sizes, sizes, sizes, st.integers(0, 999))
def test_mlp_backward_agrees_with_finite_differences(n, d, h, c, seed):
    X, *params = normals(seed, (n, d), (d, h), (h,), (h, c), (c,))
    y_true = np.eye(c)[np.random.default_rng(seed).integers(c, size=n)]
    ends = np.cumsum([param.size for param in params])[:-1]

    def loss(flat):
        W1, b1, W2, b2 = (part.reshape(p.shape) for part, p in zip(np.split(flat, ends), params, strict=True))
        return -np.sum(y_true * special.log_softmax(np.maximum(X @ W1 + b1, 0) @ W2 + b2, axis=1))

    got = reference("mlp_backward").mlp_backward(X, y_true, *params)
    wanted = optimize.approx_fprime(np.concatenate([param.ravel() for param in params]), loss, 1e-7)
    np.testing.assert_allclose(np.concatenate([gradient.ravel() for gradient in got]), wanted, rtol=1e-4, atol=1e-5)


@given(arrays(float, array_shapes(min_dims=0, max_side=3), elements=numbers), st.sampled_from([1e-4, 0.01, 0.5]))
def test_numerical_gradient_agrees_with_the_formula_of_a_cube(x, h):
    before = x.copy()
    got = reference("numerical_gradient").numerical_gradient(lambda v: np.sum(v**3), x, h)
    np.testing.assert_allclose(got, 3 * x**2 + h**2, rtol=1e-6, atol=1e-9 / h)
    np.testing.assert_array_equal(x, before)


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=12),
       st.lists(st.floats(-2, 2), min_size=3, max_size=3))  # fmt: skip
def test_autograd_agrees_with_forward_mode(steps, leaves):
    """The same program on dual numbers: one forward sweep for each leaf."""
    value_class = reference("autograd").Value
    values = [value_class(leaf) for leaf in leaves]
    duals = [(leaf, row) for leaf, row in zip(leaves, np.eye(3), strict=True)]
    for kind, i, j in steps:
        i, j = i % len(values), j % len(values)
        values.append(_on_values(kind, values[i], values[j]))
        duals.append(_on_duals(kind, *duals[i], *duals[j]))
    values[-1].backward()
    assert values[-1].data == pytest.approx(duals[-1][0], rel=1e-9, abs=1e-9)
    np.testing.assert_allclose([value.grad for value in values[:3]], duals[-1][1], rtol=1e-7, atol=1e-7)


def _on_values(kind, a, b):
    match kind:
        case 0:
            return a + b
        case 1:
            return a - b
        case 2:
            return (a * b).tanh()
        case 3:
            return a / (b * b + 1.5)
        case 4:
            return (a * a + 0.7).log()
        case 5:
            return a.tanh().exp()
        case 6:
            return (a.tanh() + 2.0) ** -1.5
        case 7:
            return 2 - a
        case 8:
            return 3 / (1 + b * b)
        case 9:
            return (a + 0.3).relu() * 0.5
        case _:
            return -a


def _on_duals(kind, a, da, b, db):
    ta, tab = math.tanh(a), math.tanh(a * b)
    match kind:
        case 0:
            return a + b, da + db
        case 1:
            return a - b, da - db
        case 2:
            return tab, (1 - tab**2) * (a * db + b * da)
        case 3:
            return a / (b * b + 1.5), da / (b * b + 1.5) - a * 2 * b * db / (b * b + 1.5) ** 2
        case 4:
            return math.log(a * a + 0.7), 2 * a * da / (a * a + 0.7)
        case 5:
            return math.exp(ta), math.exp(ta) * (1 - ta**2) * da
        case 6:
            return (ta + 2) ** -1.5, -1.5 * (ta + 2) ** -2.5 * (1 - ta**2) * da
        case 7:
            return 2 - a, -da
        case 8:
            return 3 / (1 + b * b), -6 * b * db / (1 + b * b) ** 2
        case 9:
            return max(a + 0.3, 0.0) * 0.5, da * 0.5 * (a + 0.3 > 0)
        case _:
            return -a, -da


@pytest.mark.parametrize("seed", range(3))
def test_train_mlp_agrees_with_scikit_learn_on_what_moons_are(seed):
    """Its own generator of two moons, not the grader's."""
    X, y = datasets.make_moons(600, noise=0.1, random_state=seed)
    points, labels = datasets.make_moons(400, noise=0.1, random_state=seed + 100)
    predict = reference("train_mlp").train_mlp(X, y, 2, np.random.default_rng(seed))
    assert np.mean(predict(points) == labels) >= 0.98


@given(array_shapes(max_dims=3, max_side=4), st.floats(0.1, 3), st.integers(0, 999))
def test_huber_loss_agrees_with_scipy_and_differences(shape, delta, seed):
    y_true, y_pred = 2 * np.array(normals(seed, shape, shape))
    loss, gradient = reference("huber_loss").huber_loss(y_true, y_pred, delta)
    assert loss == pytest.approx(special.huber(delta, y_pred - y_true).mean())
    slopes = optimize.approx_fprime(y_pred.ravel(), lambda p: special.huber(delta, p - y_true.ravel()).mean(), 1e-7)
    np.testing.assert_allclose(gradient, slopes.reshape(shape), atol=1e-5)


@given(sizes, sizes, st.floats(0, 0.99), st.integers(0, 999), st.sampled_from([1.0, 100.0, 1e4]))
def test_label_smoothing_loss_agrees_with_scipy(n, c, smoothing, seed, scale):
    (logits,) = normals(seed, (n, c))
    logits *= scale
    labels = np.random.default_rng(seed).integers(c, size=n)
    costs = -special.log_softmax(logits, axis=1)
    wanted = sum(costs[i, j] * ((1 - smoothing) * (j == labels[i]) + smoothing / c) for i in range(n) for j in range(c))
    got = reference("label_smoothing_loss").label_smoothing_loss(logits, labels, smoothing)
    assert got == pytest.approx(wanted / n, rel=1e-9, abs=1e-12)


@given(sizes, sizes, sizes, st.integers(-3, 5), st.integers(0, 999), st.sampled_from([1.0, 100.0, 1e4]))
def test_masked_cross_entropy_agrees_with_scipy(batch, length, vocabulary, ignored, seed, scale):
    rng = np.random.default_rng(seed)
    logits = scale * rng.normal(size=(batch, length, vocabulary))
    labels = np.where(rng.random((batch, length)) < 0.4, ignored, rng.integers(vocabulary, size=(batch, length)))
    log_p = special.log_softmax(logits, axis=-1)
    costs = [-log_p[(*at, label)] for at, label in np.ndenumerate(labels) if label != ignored]
    got = reference("masked_cross_entropy").masked_cross_entropy(logits, labels, ignored)
    assert got == pytest.approx(np.mean(costs) if costs else 0, rel=1e-9, abs=1e-12)


@given(sizes, st.floats(0, 4), st.floats(0.05, 0.95), st.integers(0, 999), st.sampled_from([1.0, 10.0, 700.0]))
def test_focal_loss_agrees_with_scipy(n, gamma, alpha, seed, scale):
    (logits,) = normals(seed, (n,))
    logits *= scale
    y_true = np.random.default_rng(seed).integers(2, size=n)
    losses = []
    for z, y in zip(logits, y_true, strict=True):
        s, weight = (z, alpha) if y else (-z, 1 - alpha)
        losses.append(-weight * special.expit(-s) ** gamma * special.log_expit(s))
    got = reference("focal_loss").focal_loss(logits, y_true, gamma, alpha)
    assert got == pytest.approx(np.mean(losses), rel=1e-9, abs=1e-12)


@given(sizes, sizes, st.floats(0.5, 8), st.integers(0, 999), st.sampled_from([1.0, 20.0, 100.0]))
def test_distillation_loss_agrees_with_scipy(n, c, temperature, seed, scale):
    student, teacher = scale * np.array(normals(seed, (n, c), (n, c)))
    p, q = special.softmax(teacher / temperature, axis=1), special.softmax(student / temperature, axis=1)
    wanted = temperature**2 * special.rel_entr(p, q).sum() / n
    got = reference("distillation_loss").distillation_loss(student, teacher, temperature)
    assert got == pytest.approx(wanted, rel=1e-9, abs=1e-11)


@given(sizes, sizes, st.integers(0, 999), st.sampled_from([1.0, 30.0, 1e4]))
def test_gan_losses_agrees_with_scipy(n, m, seed, scale):
    real, fake = (scale * logits for logits in normals(seed, (n,), (m,)))
    wanted = (
        -special.log_expit(real).sum() / n - special.log_expit(-fake).sum() / m,
        -special.log_expit(fake).sum() / m,
    )
    assert reference("gan_losses").gan_losses(real, fake) == pytest.approx(wanted, rel=1e-9, abs=1e-12)


@given(array_shapes(max_dims=3, max_side=4), sizes, st.integers(1, 6), st.integers(0, 999))
def test_embedding_backward_agrees_with_differences_of_a_lookup(shape, d, n_tokens, seed):
    dout, table = normals(seed, (*shape, d), (n_tokens, d))
    ids = np.random.default_rng(seed).integers(n_tokens, size=shape)
    wanted = optimize.approx_fprime(table.ravel(), lambda flat: np.sum(dout * flat.reshape(n_tokens, d)[ids]), 1e-6)
    got = reference("embedding_backward").embedding_backward(dout, ids, n_tokens)
    np.testing.assert_allclose(got, wanted.reshape(n_tokens, d), atol=1e-6)


@given(array_shapes(max_dims=3, max_side=4), st.floats(0.01, 1), st.integers(0, 999))
def test_layer_norm_backward_agrees_with_finite_differences(shape, eps, seed):
    dout, x, gamma = normals(seed, shape, shape, shape[-1:])
    beta = np.zeros(shape[-1])

    def loss(flat):
        rows, scale, shift = np.split(flat, [x.size, x.size + gamma.size])
        total = 0.0
        for row, up in zip(rows.reshape(-1, shape[-1]), dout.reshape(-1, shape[-1]), strict=True):
            total += np.sum(up * (scale * (row - row.mean()) / math.sqrt(row.var() + eps) + shift))
        return total

    at = np.concatenate([x.ravel(), gamma, beta])
    got = reference("layer_norm_backward").layer_norm_backward(dout, x, gamma, eps)
    assert [part.shape for part in got] == [x.shape, gamma.shape, beta.shape]
    wanted = optimize.approx_fprime(at, loss, 1e-7)
    np.testing.assert_allclose(np.concatenate([part.ravel() for part in got]), wanted, rtol=1e-4, atol=1e-4)


@given(sizes, sizes, sizes, sizes, array_shapes(min_dims=0, max_dims=2, max_side=2), st.integers(0, 999))
def test_attention_backward_agrees_with_finite_differences(t_q, t_k, d, d_v, lead, seed):
    shapes = [(*lead, *shape) for shape in ((t_q, d_v), (t_q, d), (t_k, d), (t_k, d_v))]
    dout, *args = normals(seed, *shapes)
    ends = np.cumsum([each.size for each in args])[:-1]

    def loss(flat):
        Q, K, V = (part.reshape(each.shape) for part, each in zip(np.split(flat, ends), args, strict=True))
        weights = special.softmax(np.einsum("...id,...jd->...ij", Q, K) / math.sqrt(d), axis=-1)
        return np.sum(dout * np.einsum("...ij,...jv->...iv", weights, V))

    got = reference("attention_backward").attention_backward(dout, *args)
    assert [part.shape for part in got] == shapes[1:]
    wanted = optimize.approx_fprime(np.concatenate([each.ravel() for each in args]), loss, 1e-7)
    np.testing.assert_allclose(np.concatenate([part.ravel() for part in got]), wanted, rtol=1e-4, atol=1e-5)


@given(st.integers(1, 9), sizes, st.integers(1, 11), st.integers(0, 999))
def test_accumulate_gradients_agrees_with_scikit_learn_on_the_whole_batch(n, d, size, seed):
    """The gradient of the mean squared error, by differences of scikit-learn's, and what grad is called with."""
    X, y, w = normals(seed, (n, d), (n,), (d,))
    sent: list[int] = []

    def grad(X_part, y_part):
        sent.append(len(X_part))
        return optimize.approx_fprime(w, lambda v: metrics.mean_squared_error(y_part, X_part @ v), 1e-6)

    got = reference("accumulate_gradients").accumulate_gradients(grad, X, y, size)
    assert sent == [min(size, n - start) for start in range(0, n, size)]
    np.testing.assert_allclose(got, grad(X, y), rtol=1e-4, atol=1e-4)


@given(
    st.lists(st.sampled_from(["good", "inf", "-inf", "nan"]), max_size=20),
    st.integers(1, 4),
    st.integers(-3, 16),
    st.integers(0, 999),
)
def test_loss_scaler_agrees_with_the_history_read_from_the_end(kinds, interval, power, seed):
    """The scale after each call from the whole history: halved per bad call, doubled per full run of good ones."""
    scaler = reference("loss_scaler").LossScaler(2.0**power, interval)
    (grads,) = normals(seed, (len(kinds), 2, 3))
    for call, (kind, grad) in enumerate(zip(kinds, grads, strict=True)):
        past = ["good" if each == "good" else "bad" for each in kinds[:call]]
        runs = " ".join(past).replace("bad", "|").split("|")
        scale = 2.0 ** (power - past.count("bad") + sum(run.split().count("good") // interval for run in runs))
        assert scaler.scale == scale
        if kind != "good":
            grad[1, 2] = float(kind)
            assert scaler.unscale([grad[0], grad[1]]) is None
        else:
            np.testing.assert_array_equal(scaler.unscale([grad[0], grad[1]]), grad / scale)
