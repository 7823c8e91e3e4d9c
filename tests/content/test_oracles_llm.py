"""The language-model references agree with SciPy and with plain specifications over random inputs."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import special
from support import reference

corpora = st.dictionaries(st.text("abc.", min_size=1, max_size=7), st.integers(1, 4), min_size=1, max_size=5)


@given(corpora, st.integers(1, 10))
def test_bpe_train_agrees_with_a_plain_specification(words, n_merges):
    """Every word is written out as often as it occurs, and every rule is applied by hand."""
    corpus = [list(word) for word, count in words.items() for _ in range(count)]
    want = []
    for _ in range(n_merges):
        seen = [(parts[i], parts[i + 1]) for parts in corpus for i in range(len(parts) - 1)]
        if not seen:
            break
        most = max(seen.count(pair) for pair in seen)
        want.append(sorted(pair for pair in seen if seen.count(pair) == most)[0])
        for parts in corpus:
            i = 0
            while i < len(parts) - 1:
                if (parts[i], parts[i + 1]) == want[-1]:
                    parts[i : i + 2] = [parts[i] + parts[i + 1]]
                i += 1
    assert reference("bpe_train").bpe_train(words, n_merges) == want


@given(st.integers(1, 8), st.floats(0, 1), st.floats(0, 1), st.integers(0, 2**32 - 1))
def test_gae_agrees_with_the_average_over_horizons(T, gamma, lam, seed):
    """The weights (1 - lam) lam^(h - 1) of the h-step advantages, the last of which takes all that is left."""
    rng = np.random.default_rng(seed)
    rewards, values = rng.normal(size=T), rng.normal(size=T + 1)
    want = np.zeros(T)
    for t in range(T):
        for h in range(1, T - t + 1):
            steps = sum(gamma**j * rewards[t + j] for j in range(h))
            advantage = steps + gamma**h * values[t + h] - values[t]
            want[t] += lam ** (h - 1) * (1.0 if h == T - t else 1 - lam) * advantage
    assert np.allclose(reference("gae").gae(rewards, values, gamma, lam), want, rtol=1e-9, atol=1e-9)


@given(st.lists(st.integers(-508, 508), min_size=1, max_size=12), st.integers(-30, 10))
def test_quantize_int8_agrees_with_exact_fractions(quarters, power):
    """Python's fractions round halves to even; with a largest entry of 127 codes every quotient is a fraction."""
    from fractions import Fraction

    x = np.array([*quarters, 508]) / 4 * 2.0**power
    q, scale = reference("quantize_int8").quantize_int8(x)
    assert scale == 2.0**power
    assert q.dtype == np.int8
    assert q.tolist() == [round(Fraction(each, 4)) for each in quarters] + [127]


@given(*[st.integers(1, 5)] * 4, st.floats(0, 64), st.integers(0, 2**32 - 1))
def test_lora_forward_agrees_with_a_sum_over_ranks(n, d_in, r, d_out, alpha, seed):
    """Each rank adds one outer product to the weight."""
    rng = np.random.default_rng(seed)
    x, W, A, B = (rng.normal(size=shape) for shape in ((n, d_in), (d_in, d_out), (d_in, r), (r, d_out)))
    merged = W + sum(np.outer(A[:, k], B[k]) * alpha for k in range(r)) / r
    assert np.allclose(reference("lora_forward").lora_forward(x, W, A, B, alpha), np.dot(x, merged))


@given(st.integers(1, 4), st.integers(1, 6), st.data())
def test_moe_router_agrees_with_scipy(n, n_experts, data):
    """SciPy's softmax over scores of which all but the chosen are minus infinity."""
    from scipy.special import softmax

    scores = st.lists(st.integers(-3, 3), min_size=n_experts, max_size=n_experts)
    logits = np.array(data.draw(st.lists(scores, min_size=n, max_size=n)), float)
    k = data.draw(st.integers(1, n_experts))
    indices, weights = reference("moe_router").moe_router(logits, k)
    for row, chosen, shares in zip(logits, indices.tolist(), weights, strict=True):
        assert chosen == sorted(range(n_experts), key=lambda e: (-row[e], e))[:k]
        alone = np.where(np.isin(np.arange(n_experts), chosen), row, -np.inf)
        assert np.allclose(shares, softmax(alone)[chosen])


@given(st.integers(1, 6), st.floats(0.01, 2), st.sampled_from([1.0, 30.0, 5000.0]), st.integers(0, 2**32 - 1))
def test_dpo_loss_agrees_with_scipy(n, beta, spread, seed):
    """SciPy's logarithm of the sigmoid."""
    from scipy.special import log_expit

    a, b, c, d = np.random.default_rng(seed).normal(0.0, spread, size=(4, n))
    want = -log_expit(beta * (a - b - c + d)).mean()
    assert np.isclose(reference("dpo_loss").dpo_loss(a, b, c, d, beta), want)


@given(st.integers(1, 5), st.integers(1, 4), st.sampled_from([1e-3, 0.07, 1.0]), st.integers(0, 2**32 - 1))
def test_info_nce_agrees_with_scipy(n, d, temperature, seed):
    """SciPy's cosine distances and its log-softmax."""
    from scipy.spatial.distance import cdist
    from scipy.special import log_softmax

    a, b = np.random.default_rng(seed).normal(size=(2, n, d))
    want = -np.trace(log_softmax((1 - cdist(a, b, "cosine")) / temperature, axis=1)) / n
    assert np.isclose(reference("info_nce").info_nce(a, b, temperature), want, rtol=1e-7, atol=1e-9)


@given(st.integers(1, 4), st.integers(1, 3), st.integers(1, 5), st.integers(0, 2**32 - 1))
def test_beam_search_agrees_with_a_plain_specification(T, V, width, seed):
    """All beginnings are scored from scratch, and one survives if its own beginning did and few are better."""
    import itertools

    log_probs = np.random.default_rng(seed).integers(-3, 0, size=(T, V, V)).astype(float)

    def score(sequence):
        return sum(log_probs[t, a, b] for t, (a, b) in enumerate(itertools.pairwise((0, *sequence))))

    alive = {()}
    for size in range(1, T + 1):
        rivals = [each for each in itertools.product(range(V), repeat=size) if each[:-1] in alive]
        better = {a: sum((-score(b), b) < (-score(a), a) for b in rivals) for a in rivals}
        alive = {each for each in rivals if better[each] < width}
    best = min(alive, key=lambda each: (-score(each), each))
    assert reference("beam_search").beam_search(log_probs, width) == (list(best), score(best))


@given(st.integers(1, 3), st.integers(2, 5), st.integers(0, 2**32 - 1))
@settings(max_examples=8)
def test_speculative_accept_agrees_with_sampling_from_the_target(k, V, seed):
    """The point of it all: with tokens drawn from q, the first one emitted is distributed as p[0] says."""
    rng = np.random.default_rng(seed)
    p, q = rng.dirichlet(np.ones(V), size=(2, k))
    runs = 2000
    counts = np.zeros(V)
    for _ in range(runs):
        tokens = np.array([rng.choice(V, p=row) for row in q])
        emitted = reference("speculative_accept").speculative_accept(p, q, tokens, rng)
        assert 1 <= len(emitted) <= k
        assert emitted[:-1] == tokens[: len(emitted) - 1].tolist()
        counts[emitted[0]] += 1
    assert np.max(np.abs(counts / runs - p[0])) < 0.08  # 7 standard errors


parts = st.sampled_from(["a", "b", "ab", "aa", "ba"])


@given(st.text("ab", min_size=1, max_size=12), st.lists(st.tuples(parts, parts)))
def test_bpe_encode_agrees_with_a_plain_specification(word, merges):
    """Each merge takes its leftmost place again and again, until there is none."""
    tokens = list(word)
    for pair in merges:
        while pair in (neighbors := list(pairwise(tokens))):
            i = neighbors.index(pair)
            tokens[i : i + 2] = ["".join(pair)]
    assert reference("bpe_encode").bpe_encode(word, merges) == tokens


@given(corpora, st.integers(1, 8))
def test_bpe_encode_agrees_with_training(words, n_merges):
    """No pair of the merges that were learned is left in a word that training saw."""
    merges = reference("bpe_train").bpe_train(words, n_merges)
    for word in words:
        tokens = reference("bpe_encode").bpe_encode(word, merges)
        assert "".join(tokens) == word
        assert not set(pairwise(tokens)) & set(merges)


@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 2**32 - 1), st.sampled_from([1.0, 20.0, 300.0]))
def test_perplexity_agrees_with_scipy(T, V, seed, scale):
    rng = np.random.default_rng(seed)
    logits, targets = rng.uniform(-scale, scale, size=(T, V)), rng.integers(V, size=T)
    losses = [-special.log_softmax(row)[target] for row, target in zip(logits, targets, strict=True)]
    np.testing.assert_allclose(reference("perplexity").perplexity(logits, targets), np.exp(np.mean(losses)), rtol=1e-9)


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=7), st.floats(0.01, 100))
def test_temperature_softmax_agrees_with_scipy(scores, temperature):
    temperature_softmax = reference("temperature_softmax").temperature_softmax
    logits = np.array(scores)
    want = special.softmax(logits / temperature)
    np.testing.assert_allclose(temperature_softmax(logits, temperature), want, rtol=1e-7, atol=1e-12)
    greedy = [float(i == scores.index(max(scores))) for i in range(len(scores))]
    assert temperature_softmax(logits, 0).tolist() == greedy


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=9), st.integers(1, 11))
def test_top_k_filter_agrees_with_a_plain_specification(scores, k):
    """A place is kept if fewer than k others come before it: larger ones, and equal ones to its left."""
    got = reference("top_k_filter").top_k_filter(np.array(scores, dtype=float), k)
    for i, score in enumerate(scores):
        before = sum(other > score or (other == score and j < i) for j, other in enumerate(scores))
        assert got[i] == (score if before < k else -np.inf)


@given(st.lists(st.integers(-3, 3), min_size=1, max_size=7), st.floats(0.01, 0.99))
def test_top_p_filter_agrees_with_a_plain_specification(scores, p):
    """The shortest run of the sorted tokens that reaches p; where p is hit to rounding, either side is right."""
    logits = np.array(scores, dtype=float)
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    probs = special.softmax(logits)
    sums = [sum(probs[i] for i in order[: n + 1]) for n in range(len(order))]
    assume(min(abs(each - p) for each in sums) > 1e-9)
    kept = order[: next(n for n, each in enumerate(sums) if each >= p) + 1]
    want = [float(score) if i in kept else -np.inf for i, score in enumerate(scores)]
    assert reference("top_p_filter").top_p_filter(logits, p).tolist() == want


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=6), st.integers(-3, 3), st.data())
def test_repetition_penalty_agrees_with_exact_fractions(scores, power, data):
    """With a penalty that is a power of two every result is exact; of a token's two candidates the lower one wins."""
    from fractions import Fraction

    generated = data.draw(st.lists(st.integers(0, len(scores) - 1), max_size=8))
    penalty = Fraction(2) ** power
    got = reference("repetition_penalty").repetition_penalty(np.array(scores, float), generated, float(penalty))
    for i, score in enumerate(scores):
        both = sorted([score / penalty, score * penalty])
        want = score if i not in generated else both[0] if power >= 0 else both[1]
        assert got[i] == float(want)


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=8), st.sampled_from([0.0, 0.02, 0.1, 0.5, 1.0]))
def test_min_p_filter_agrees_with_scipy(scores, min_p):
    """SciPy's softmax; scores that are too close to the threshold are left out."""
    logits = np.array(scores)
    top, threshold = max(scores), min_p * special.softmax(logits).max()
    want = []
    for score, prob in zip(scores, special.softmax(logits), strict=True):
        assume(not threshold or score == top or abs(prob / threshold - 1) > 1e-9)
        want.append(score if score == top or prob >= threshold else -np.inf)
    assert reference("min_p_filter").min_p_filter(logits, min_p).tolist() == want


@given(st.lists(st.lists(st.integers(-508, 508), min_size=3, max_size=3), min_size=1, max_size=6), st.integers(-30, 10))
def test_quantize_per_channel_agrees_with_exact_fractions(quarters, power):
    """The scales are powers of two, so that every quotient is a fraction; Python rounds its halves to even."""
    from fractions import Fraction

    powers = 2.0 ** np.array([power, power + 3, power - 2])
    W = np.array([*quarters, [508, -508, 508]]) / 4 * powers
    W = np.column_stack([W, np.zeros(len(W))])
    q, scale = reference("quantize_per_channel").quantize_per_channel(W)
    assert scale.tolist() == [*powers, 1.0]
    assert q.dtype == np.int8
    assert q[:-1].tolist() == [[*(round(Fraction(each, 4)) for each in row), 0] for row in quarters]
    assert q[-1].tolist() == [127, -127, 127, 0]


@given(st.integers(2, 5), st.integers(0, 6), st.integers(1, 3), st.integers(0, 2**32 - 1))
def test_generate_agrees_with_a_plain_specification(V, count, length, seed):
    """Greedy, and top-k 1: each token is the first maximum after the one before, up to the first end."""
    rng = np.random.default_rng(seed)
    table, prompt = rng.integers(-3, 4, size=(V, V)).astype(float), rng.integers(V, size=length).tolist()
    want = prompt.copy()
    while len(want) < length + count and not (len(want) > length and want[-1] == 0):
        row = table[want[-1]].tolist()
        want.append(row.index(max(row)))
    for options in ({"temperature": 0}, {"top_k": 1, "rng": rng}, {"temperature": 0.5, "top_k": 1, "rng": rng}):
        assert reference("generate").generate(lambda ids: table[ids[-1]], prompt, count, eos=0, **options) == want


@given(st.integers(2, 5), st.floats(0.5, 3), st.integers(1, 6), st.integers(0, 2**32 - 1))
@settings(max_examples=6)
def test_generate_samples_as_scipy_says(V, temperature, top_k, seed):
    """Two thousand tokens in a row, each drawn from SciPy's softmax over the kept logits."""
    rng = np.random.default_rng(seed)
    logits, runs = rng.normal(size=V), 2000
    new = reference("generate").generate(lambda ids: logits, [0], runs, None, temperature, top_k, rng)[1:]
    kept = np.argsort(np.argsort(-logits)) < top_k
    want = special.softmax(np.where(kept, logits / temperature, -np.inf))
    assert np.max(np.abs(np.bincount(new, minlength=V) / runs - want)) < 0.08  # 7 standard errors
