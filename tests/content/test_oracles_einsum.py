"""The einsum references agree with plain loops, with NumPy's named functions, and with np.einsum itself."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support import reference

sizes = st.integers(1, 4)
seeds = st.integers(0, 2**32 - 1)


def drawn(seed: int, *shapes: tuple[int, ...]) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    return [rng.normal(size=shape) for shape in shapes]


@given(seeds, sizes, sizes)
def test_einsum_basics_agrees_with_the_named_functions(seed, m, n):
    answer = reference("einsum_basics")
    a, square = drawn(seed, (m, n), (n, n))
    np.testing.assert_allclose(answer.total(a), a.sum(), atol=1e-12)
    np.testing.assert_allclose(answer.row_sums(a), a.sum(axis=1), atol=1e-12)
    np.testing.assert_allclose(answer.column_sums(a), a.sum(axis=0), atol=1e-12)
    np.testing.assert_array_equal(answer.transpose(a), a.T)
    np.testing.assert_array_equal(answer.diagonal(square), np.diag(square))
    np.testing.assert_allclose(answer.trace(square), np.trace(square), atol=1e-12)


@given(seeds, sizes, sizes, sizes)
def test_einsum_products_agrees_with_the_named_functions(seed, m, n, k):
    answer = reference("einsum_products")
    a, b, c, u, v, w = drawn(seed, (m, n), (m, n), (n, k), (m,), (n,), (n,))
    np.testing.assert_allclose(answer.matmul(a, c), a @ c, atol=1e-12)
    np.testing.assert_allclose(answer.elementwise(a, b), a * b, atol=1e-12)
    np.testing.assert_allclose(answer.frobenius(a, b), np.trace(a.T @ b), atol=1e-12)
    np.testing.assert_allclose(answer.outer(u, v), np.outer(u, v), atol=1e-12)
    np.testing.assert_allclose(answer.dot(v, w), np.dot(v, w), atol=1e-12)


@given(seeds, sizes, sizes, sizes, sizes, sizes)
def test_einsum_batch_agrees_with_matmul(seed, b, h, q, k, d):
    answer = reference("einsum_batch")
    x, y, queries, keys = drawn(seed, (b, q, d), (b, d, k), (b, h, q, d), (b, h, k, d))
    scores = queries @ keys.swapaxes(-1, -2)
    np.testing.assert_allclose(answer.batch_matmul(x, y), x @ y, atol=1e-12)
    np.testing.assert_allclose(answer.attention_scores(queries[:, 0], keys[:, 0]), scores[:, 0], atol=1e-12)
    np.testing.assert_allclose(answer.multi_head_scores(queries, keys), scores, atol=1e-12)


@st.composite
def contractions(draw):
    """Subscripts of up to three operands over up to four letters, and the letters' sizes."""
    terms = draw(st.lists(st.text("abcd", min_size=1, max_size=3), min_size=1, max_size=3))
    letters = sorted(set("".join(terms)))
    output = "".join(draw(st.permutations(letters))[: draw(st.integers(0, len(letters)))])
    return terms, output, {letter: draw(st.integers(1, 3)) for letter in letters}


def by_loops(terms, output, operands, size):
    """Einstein summation as it is defined: one loop for each letter."""
    out = np.zeros([size[letter] for letter in output])
    for index in itertools.product(*(range(n) for n in size.values())):
        at = dict(zip(size, index, strict=True))
        factors = [x[tuple(at[c] for c in term)] for term, x in zip(terms, operands, strict=True)]
        out[tuple(at[c] for c in output)] += np.prod(factors)
    return out


@given(contractions(), seeds)
def test_einsum_agrees_with_loops_and_with_numpy(contraction, seed):
    terms, output, size = contraction
    operands = drawn(seed, *(tuple(size[c] for c in term) for term in terms))
    subscripts = f"{','.join(terms)}->{output}"
    got = reference("einsum").einsum(subscripts, *operands)
    np.testing.assert_allclose(got, by_loops(terms, output, operands, size), atol=1e-12)
    np.testing.assert_allclose(got, np.einsum(subscripts, *operands), atol=1e-12)


@given(contractions(), seeds, st.data())
def test_einsum_agrees_with_the_rule_that_a_letter_has_one_size(contraction, seed, data):
    terms, output, size = contraction
    twice = [c for c in size if "".join(terms).count(c) > 1]
    if not twice:
        return
    letter = data.draw(st.sampled_from(twice))
    at = data.draw(st.integers(1, "".join(terms).count(letter) - 1))
    seen = 0
    shapes = []
    for term in terms:
        shape = []
        for c in term:
            grown = c == letter and seen == at
            seen += c == letter
            shape.append(size[c] + grown)
        shapes.append(tuple(shape))
    with pytest.raises(ValueError):
        reference("einsum").einsum(f"{','.join(terms)}->{output}", *drawn(seed, *shapes))
