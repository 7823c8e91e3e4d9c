"""The ranking and retrieval references agree with scikit-learn, SciPy and plain specifications over random inputs."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn import metrics
from support import reference

seeds = st.integers(0, 2**32 - 1)


@given(st.integers(2, 12), st.integers(1, 15), seeds)
def test_ndcg_at_k_agrees_with_scikit_learn(n, k, seed):
    """scikit-learn takes gains as they are and averages over ties, so the gains are given and no scores tie."""
    rng = np.random.default_rng(seed)
    relevance, scores = rng.integers(0, 11, size=n) * 1.0, rng.permutation(n) / n - 0.3
    assume(relevance.any())
    want = metrics.ndcg_score([2**relevance - 1], [scores], k=k)
    assert np.isclose(reference("ndcg_at_k").ndcg_at_k(relevance, scores, k), want)


@given(st.lists(st.integers(0, 1), min_size=1, max_size=12), seeds)
def test_average_precision_agrees_with_scikit_learn(labels, seed):
    """scikit-learn groups ties, so no scores tie."""
    scores = np.random.default_rng(seed).permutation(len(labels)) / 7 - 1
    found = reference("average_precision").average_precision(np.array(labels), scores)
    if any(labels):
        assert np.isclose(found, metrics.average_precision_score(labels, scores))
    else:
        assert found == 0


@given(st.lists(st.lists(st.text("abAB é!", max_size=3), max_size=6), min_size=1, max_size=5))
def test_tf_idf_agrees_with_scikit_learn(documents):
    """Its defaults are these weights; an analyzer that returns its argument takes tokens as they are."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    assume(any(documents))
    matrix, vocabulary = reference("tf_idf").tf_idf(documents)
    vectorizer = TfidfVectorizer(analyzer=lambda document: document)
    want = vectorizer.fit_transform(documents).toarray()
    assert vocabulary == vectorizer.get_feature_names_out().tolist()
    assert np.allclose(matrix, want)


tokens = st.lists(st.sampled_from("abcd"), max_size=6)


@given(st.lists(tokens, min_size=1, max_size=5), tokens, st.floats(0, 3), st.floats(0, 1))
def test_bm25_agrees_with_the_formula_in_fractions(documents, query, k1, b):
    """All but the logarithm is computed exactly, document by document."""
    from fractions import Fraction
    from math import log

    assume(any(documents))
    n, total = len(documents), sum(map(len, documents))
    k, c = Fraction(k1), Fraction(b)
    want = []
    for document in documents:
        score = 0.0
        for token in query:
            tf, df = document.count(token), sum(token in each for each in documents)
            if tf:
                length = Fraction(len(document) * n, total)
                score += log(Fraction(2 * n + 2, 2 * df + 1)) * (tf * (k + 1) / (tf + k * (1 - c + c * length)))
        want.append(score)
    assert np.allclose(reference("bm25").bm25(documents, query, k1, b), want)


@given(st.integers(1, 4), st.integers(1, 3), seeds)
def test_skip_gram_step_agrees_with_numerical_gradients(k, d, seed):
    """Central differences of the loss as it is written, for each of the three arguments."""
    rng = np.random.default_rng(seed)
    old = [rng.normal(size=shape) for shape in ((d,), (d,), (k, d))]

    def loss(center, context, negatives):
        near = np.log1p(np.exp(-context @ center))
        return near + sum(np.log1p(np.exp(row @ center)) for row in negatives)

    new = reference("skip_gram_step").skip_gram_step(*old, 0.3)
    for place, each in enumerate(old):
        slope = np.zeros_like(each)
        for index in np.ndindex(each.shape):
            ends = []
            for sign in (1, -1):
                moved = [array.copy() for array in old]
                moved[place][index] += sign * 1e-5
                ends.append(loss(*moved))
            slope[index] = (ends[0] - ends[1]) / 2e-5
        assert np.allclose(new[place], each - 0.3 * slope, rtol=1e-6, atol=1e-7)


@given(st.integers(1, 3), st.integers(1, 4), st.integers(1, 2), st.floats(0, 2), seeds)
def test_matrix_factorization_agrees_with_numerical_gradients(n, m, r, lam, seed):
    """One step on the loss as it is written, rating by rating; two steps are two times one."""
    rng = np.random.default_rng(seed)
    observed = rng.random((n, m)) < 0.6
    R = np.where(observed, rng.uniform(1, 5, size=(n, m)), np.nan)
    factors = [rng.normal(size=(n, r)), rng.normal(size=(m, r))]
    run = reference("matrix_factorization").matrix_factorization

    def loss(U, V):
        rated = [(R[i, j] - U[i] @ V[j]) ** 2 for i in range(n) for j in range(m) if observed[i, j]]
        return sum(rated) + lam * (np.sum(U**2) + np.sum(V**2))

    once = run(R, observed, *factors, 0.1, lam, 1)
    for place, each in enumerate(factors):
        slope = np.zeros_like(each)
        for index in np.ndindex(each.shape):
            ends = []
            for sign in (1, -1):
                moved = [array.copy() for array in factors]
                moved[place][index] += sign * 1e-5
                ends.append(loss(*moved))
            slope[index] = (ends[0] - ends[1]) / 2e-5
        assert np.allclose(once[place], each - 0.1 * slope, rtol=1e-5, atol=1e-6)
    twice = run(R, observed, *factors, 0.1, lam, 2)
    assert all(map(np.allclose, twice, run(R, observed, *once, 0.1, lam, 1)))


@given(st.integers(1, 6), st.integers(1, 3), st.floats(0.01, 5), seeds)
def test_in_batch_softmax_agrees_with_scipy(n, d, temperature, seed):
    """SciPy's log_softmax, row by row, of logits that are put together entry by entry."""
    from scipy.special import log_softmax

    rng = np.random.default_rng(seed)
    queries, items = rng.normal(size=(2, n, d)) * 3
    log_q = np.log(rng.uniform(1e-4, 1, size=n))
    losses = []
    for i in range(n):
        logits = [sum(queries[i] * items[j]) / temperature - log_q[j] for j in range(n)]
        losses.append(-log_softmax(logits)[i])
    found = reference("in_batch_softmax").in_batch_softmax(queries, items, log_q, temperature)
    assert np.isclose(found, np.mean(losses))


@given(st.integers(1, 6), st.integers(1, 4), st.floats(0.01, 5), seeds)
def test_clip_loss_agrees_with_scipy(n, d, temperature, seed):
    """SciPy's cosine distances and log_softmax along either axis."""
    from scipy.spatial.distance import cdist
    from scipy.special import log_softmax

    rng = np.random.default_rng(seed)
    images, texts = rng.normal(size=(2, n, d)) * rng.uniform(1, 10, size=(2, n, 1))
    assume(min(np.linalg.norm(each, axis=1).min() for each in (images, texts)) > 0.1)
    logits = (1 - cdist(images, texts, "cosine")) / temperature
    want = -np.mean([np.diag(log_softmax(logits, axis=axis)) for axis in (0, 1)])
    assert np.isclose(reference("clip_loss").clip_loss(images, texts, temperature), want, atol=1e-7)


@given(st.lists(st.integers(-1, 2), min_size=1, max_size=7), st.integers(1, 3), st.floats(0, 3), seeds)
def test_triplet_loss_agrees_with_all_triplets(labels, d, margin, seed):
    """The largest loss of an anchor's triplets is that of the farthest positive and the nearest negative."""
    from scipy.spatial.distance import cdist

    x = np.random.default_rng(seed).integers(-2, 3, size=(len(labels), d)) * 1.0
    D, losses = cdist(x, x), []
    for a, mine in enumerate(labels):
        triplets = [
            max(0.0, D[a, p] - D[a, n] + margin)
            for p, theirs in enumerate(labels)
            for n, other in enumerate(labels)
            if p != a and theirs == mine != other
        ]
        losses += [max(triplets)] if triplets else []
    found = reference("triplet_loss").triplet_loss(x, np.array(labels), margin)
    assert np.isclose(found, np.mean(losses) if losses else 0)
