"""The references for sequences agree with plain specifications, and with other people's code, over random inputs."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from support import reference

tokens = st.integers(-(2**62), 2**62)


@given(st.lists(st.lists(tokens, max_size=6), min_size=1, max_size=6).filter(any), tokens)
def test_pad_sequences_agrees_with_zip_longest(sequences, value):
    """Columns from Python's own zip_longest, with an object that no token equals as its filling."""
    filling = object()
    columns = itertools.zip_longest(*sequences, fillvalue=filling)
    rows = list(zip(*columns, strict=True))
    arrays = [np.array(each, dtype=np.int64) for each in sequences]
    ids, blocked = reference("pad_sequences").pad_sequences(arrays, value)
    assert ids.tolist() == [[value if token is filling else token for token in row] for row in rows]
    assert blocked.tolist() == [[token is filling for token in row] for row in rows]
    assert ids.dtype == np.int64
    assert blocked.dtype == bool


@given(st.integers(1, 12), st.integers(1, 14), st.booleans(), st.integers(0, 2**32 - 1))
def test_batches_agrees_with_a_plain_specification(n, batch_size, drop_last, seed):
    """Every batch but the last is full, labels stay with their rows, and nothing but the rest is missing."""
    X, y = np.arange(2.0 * n).reshape(n, 2), np.arange(n)
    made = reference("batches").batches(X, y, batch_size, np.random.default_rng(seed), drop_last)
    rows = [int(label) for _, labels in made for label in labels]
    assert all(np.array_equal(part, X[labels]) for part, labels in made)
    assert len(set(rows)) == len(rows) == (n // batch_size * batch_size if drop_last else n)
    assert all(len(labels) == batch_size for _, labels in made[:-1])
    assert all(0 < len(labels) <= batch_size for _, labels in made)


def test_batches_draws_every_order_as_often_as_scipy_expects():
    """Pearson's test over the 24 orders of four rows, at a chance of a false alarm of 1e-9 for this one seed."""
    from scipy.stats import chisquare

    rng, X, y = np.random.default_rng(5), np.zeros((4, 1)), np.arange(4)
    epochs = [reference("batches").batches(X, y, 3, rng) for _ in range(2400)]
    orders = [tuple(np.concatenate([labels for _, labels in made]).tolist()) for made in epochs]
    counts = [orders.count(each) for each in itertools.permutations(range(4))]
    assert chisquare(counts).pvalue > 1e-9


@given(st.text("abc", max_size=4), st.text("abc", max_size=4))
def test_edit_distance_agrees_with_a_search_over_all_edits(a, b):
    """Breadth-first: all words that one edit makes of those before, until b is among them."""
    words, edits = {a}, 0
    while b not in words:
        edits += 1
        words |= {word[:i] + new + word[j:] for word in words for i in range(len(word) + 1)
                  for j, new in ((i + 1, ""), *((k, letter) for k in (i, i + 1) for letter in "abc"))}  # fmt: skip
        words = {word for word in words if len(word) <= 4}
    assert reference("edit_distance").edit_distance(a, b) == edits
    assert reference("edit_distance").edit_distance(list(b), list(a)) == edits


def draws(seed, *shapes, scale=1.0):
    rng = np.random.default_rng(seed)
    return [rng.normal(0.0, scale, size=shape) for shape in shapes]


sizes = st.integers(1, 4)
seeds = st.integers(0, 2**32 - 1)


@given(sizes, sizes, sizes, sizes, seeds)
def test_rnn_forward_agrees_with_a_plain_loop(B, T, D, H, seed):
    """One number after the other, with Python's own tanh."""
    import math

    x, h0, W_x, W_h, b = draws(seed, (B, T, D), (B, H), (D, H), (H, H), (H,))
    got = reference("rnn_forward").rnn_forward(x, h0, W_x, W_h, b)
    assert got.shape == (B, T, H)
    for i in range(B):
        h = h0[i].tolist()
        for t in range(T):
            z = [b[k] + sum(x[i, t, d] * W_x[d, k] for d in range(D)) + sum(h[j] * W_h[j, k] for j in range(H))
                 for k in range(H)]  # fmt: skip
            h = [math.tanh(each) for each in z]
            assert np.allclose(got[i, t], h, rtol=1e-9, atol=1e-12)


@given(sizes, sizes, st.integers(1, 3), st.integers(1, 3), seeds)
def test_rnn_backward_agrees_with_finite_differences(B, T, D, H, seed):
    """Central differences of the forward reference's weighted sum, one entry after the other."""
    dh, *args = draws(seed, (B, T, H), (B, T, D), (B, H), (D, H), (H, H), (H,))
    got = reference("rnn_backward").rnn_backward(dh, *args)
    forward = reference("rnn_forward").rnn_forward
    for position, gradient in enumerate(got):
        assert gradient.shape == args[position].shape
        for index in np.ndindex(gradient.shape):
            ends = []
            for step in (1e-5, -1e-5):
                moved = [each.copy() for each in args]
                moved[position][index] += step
                ends.append(np.sum(dh * forward(*moved)))
            assert np.isclose(gradient[index], (ends[0] - ends[1]) / 2e-5, rtol=1e-5, atol=1e-7)


@given(sizes, sizes, sizes, st.sampled_from([1.0, 50.0]), seeds)
def test_lstm_cell_agrees_with_scipy(B, D, H, scale, seed):
    """SciPy's sigmoid, one unit after the other."""
    from scipy.special import expit

    x, h, c, W, U, b = draws(seed, (B, D), (B, H), (B, H), (D, 4 * H), (H, 4 * H), (4 * H,), scale=scale)
    new_h, new_c = reference("lstm_cell").lstm_cell(x, h, c, W, U, b)
    assert new_h.shape == new_c.shape == (B, H)
    for k in range(H):
        i, f, g, o = (x @ W[:, k + j * H] + h @ U[:, k + j * H] + b[k + j * H] for j in range(4))
        want = expit(f) * c[:, k] + expit(i) * np.tanh(g)
        assert np.allclose(new_c[:, k], want)
        assert np.allclose(new_h[:, k], expit(o) * np.tanh(want))


@given(sizes, sizes, sizes, st.sampled_from([1.0, 50.0]), seeds)
def test_gru_cell_agrees_with_scipy(B, D, H, scale, seed):
    """SciPy's sigmoid, one unit after the other."""
    from scipy.special import expit

    x, h, W, U, b_w, b_u = draws(seed, (B, D), (B, H), (D, 3 * H), (H, 3 * H), (3 * H,), (3 * H,), scale=scale)
    new = reference("gru_cell").gru_cell(x, h, W, U, b_w, b_u)
    assert new.shape == (B, H)
    for k in range(H):
        inputs = [x @ W[:, k + j * H] + b_w[k + j * H] for j in range(3)]
        states = [h @ U[:, k + j * H] + b_u[k + j * H] for j in range(3)]
        r, u = expit(inputs[0] + states[0]), expit(inputs[1] + states[1])
        n = np.tanh(inputs[2] + r * states[2])
        assert np.allclose(new[:, k], n - u * n + u * h[:, k])


@given(st.integers(1, 3), st.integers(1, 3), st.integers(1, 5), seeds)
def test_viterbi_agrees_with_all_paths(S, V, T, seed):
    """Every path is scored, and of equal ones the lowest counts, read from its end. Quarters make ties."""
    rng = np.random.default_rng(seed)
    tables = [-rng.integers(4, size=shape) / 4 for shape in ((S,), (S, S), (S, V))]
    for table in tables:
        table[rng.random(table.shape) < 0.15] = -np.inf
    start, moves, emits = tables
    symbols = rng.integers(V, size=T)

    def score(path):
        return (start[path[0]] + sum(moves[i, j] for i, j in itertools.pairwise(path))
                + sum(emits[s, o] for s, o in zip(path, symbols, strict=True)))  # fmt: skip

    best = min(itertools.product(range(S), repeat=T), key=lambda path: (-score(path), path[::-1]))
    assume(score(best) > -np.inf)
    path, value = reference("viterbi").viterbi(start, moves, emits, symbols)
    assert tuple(path) == best
    assert value == score(best)
