"""The transformers' references agree with SciPy and with plain loops over random inputs."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import special
from support import reference

seeds = st.integers(0, 2**32 - 1)
small = st.integers(1, 4)


def attend(q, K, V, blocked):
    """One query's answer, key by key: SciPy's softmax over the allowed keys alone."""
    allowed = [j for j in range(len(K)) if not blocked[j]]
    dots = [sum(a * b for a, b in zip(q, K[j], strict=True)) for j in allowed]
    weights = special.softmax(np.array(dots) / len(q) ** 0.5)
    return sum(weight * V[j] for weight, j in zip(weights, allowed, strict=True))


@given(seeds, small, small, small, small, st.sampled_from([0.1, 1.0, 40.0]), st.data())
def test_attention_agrees_with_a_plain_loop(seed, t_q, t_k, d_k, d_v, scale, data):
    mask_kind = data.draw(st.sampled_from([None, "tk", "tqtk", "full"]))
    rng = np.random.default_rng(seed)
    Q, K = scale * rng.normal(size=(2, t_q, d_k)), scale * rng.normal(size=(2, t_k, d_k))
    V = rng.normal(size=(2, t_k, d_v))
    shape = {"tk": (t_k,), "tqtk": (t_q, t_k), "full": (2, t_q, t_k), None: (2, t_q, t_k)}[mask_kind]
    mask = np.zeros(shape, bool) if mask_kind is None else rng.random(shape) < 0.5
    mask[..., rng.integers(t_k)] = False
    got = reference("attention").attention(Q, K, V, None if mask_kind is None else mask)
    full = np.broadcast_to(mask, (2, t_q, t_k))
    want = [[attend(Q[b, i], K[b], V[b], full[b, i]) for i in range(t_q)] for b in range(2)]
    np.testing.assert_allclose(got, want, rtol=1e-9, atol=1e-12)


@given(seeds, st.integers(1, 9), small, st.integers(1, 11), st.sampled_from([0.1, 1.0, 40.0]))
def test_flash_attention_agrees_with_a_plain_loop(seed, T, d, block_size, scale):
    rng = np.random.default_rng(seed)
    Q, K, V = scale * rng.normal(size=(T, d)), scale * rng.normal(size=(T, d)), rng.normal(size=(T, d))
    got = reference("flash_attention").flash_attention(Q, K, V, block_size)
    want = [attend(q, K, V, np.zeros(T, bool)) for q in Q]
    np.testing.assert_allclose(got, want, rtol=1e-9, atol=1e-12)


@given(st.integers(1, 12))
def test_causal_mask_agrees_with_a_plain_loop(T):
    mask = reference("causal_mask").causal_mask(T)
    assert mask.dtype == bool
    assert mask.tolist() == [[j > i for j in range(T)] for i in range(T)]


def attend_in_heads(x, params, n_heads, blocked):
    """One sample's multi-head attention, head by head and query by query."""
    W_q, W_k, W_v, W_o = params
    d_k = x.shape[1] // n_heads
    joined = np.zeros(x.shape)
    for h in range(n_heads):
        columns = range(h * d_k, (h + 1) * d_k)
        Q, K, V = ((x @ W)[:, columns] for W in (W_q, W_k, W_v))
        for i, query in enumerate(Q):
            joined[i, columns] = attend(query, K, V, blocked[i])
    return joined @ W_o


@given(seeds, small, small, small, small, st.booleans())
def test_multi_head_attention_agrees_with_a_plain_loop(seed, B, T, n_heads, d_k, masked):
    rng = np.random.default_rng(seed)
    D = n_heads * d_k
    x, params = rng.normal(size=(B, T, D)), [rng.normal(size=(D, D)) for _ in range(4)]
    mask = np.triu(np.full((T, T), masked), k=1)
    got = reference("multi_head_attention").multi_head_attention(x, *params, n_heads, mask if masked else None)
    np.testing.assert_allclose(got, [attend_in_heads(each, params, n_heads, mask) for each in x], atol=1e-10)


@given(st.integers(1, 8), st.integers(1, 9))
def test_positional_encoding_agrees_with_complex_rotations(seq_len, d_model):
    """Each pair is the imaginary and the real part of a unit number that turns once more at each position."""
    got = reference("positional_encoding").positional_encoding(seq_len, d_model)
    for pair in range((d_model + 1) // 2):
        turn = np.exp(1j * 10000.0 ** (-2 * pair / d_model))
        for pos in range(seq_len):
            np.testing.assert_allclose(got[pos, 2 * pair], (turn**pos).imag, atol=1e-12)
            if 2 * pair + 1 < d_model:
                np.testing.assert_allclose(got[pos, 2 * pair + 1], (turn**pos).real, atol=1e-12)
    assert got.shape == (seq_len, d_model)


def feed(token, W1, b1, W2, b2):
    """One token through the feed-forward layer, unit by unit."""
    hidden = [max(0.0, sum(token * W1[:, j]) + b1[j]) for j in range(len(b1))]
    return [sum(hidden * W2[:, k]) + b2[k] for k in range(len(b2))]


@given(seeds, small, small, small, small)
def test_feed_forward_agrees_with_a_plain_loop(seed, T, D, F, E):
    rng = np.random.default_rng(seed)
    x, *params = (rng.normal(size=size) for size in ((2, T, D), (D, F), (F,), (F, E), (E,)))
    got = reference("feed_forward").feed_forward(x, *params)
    want = [[feed(token, *params) for token in sequence] for sequence in x]
    np.testing.assert_allclose(got, want, atol=1e-12)


def normed(token, gamma, beta):
    """Layer norm of one token."""
    mean = sum(token) / len(token)
    variance = sum((value - mean) ** 2 for value in token) / len(token)
    return [g * (value - mean) / (variance + 1e-5) ** 0.5 + b for value, g, b in zip(token, gamma, beta, strict=True)]


@given(seeds, small, small, small, small, st.sampled_from([1e-3, 1.0, 10.0]))
def test_encoder_block_agrees_with_a_plain_loop(seed, T, n_heads, d_k, F, scale):
    rng = np.random.default_rng(seed)
    D = n_heads * d_k
    shapes = dict.fromkeys(("W_q", "W_k", "W_v", "W_o"), (D, D))
    shapes |= dict.fromkeys(("ln1_gamma", "ln1_beta", "ln2_gamma", "ln2_beta", "b2"), (D,))
    shapes |= {"W1": (D, F), "b1": (F,), "W2": (F, D)}
    p = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    x = scale * rng.normal(size=(2, T, D))
    want = []
    for sequence in x:
        read = np.array([normed(token, p["ln1_gamma"], p["ln1_beta"]) for token in sequence])
        weights = [p[name] for name in ("W_q", "W_k", "W_v", "W_o")]
        y = sequence + attend_in_heads(read, weights, n_heads, np.zeros((T, T), bool))
        read = np.array([normed(token, p["ln2_gamma"], p["ln2_beta"]) for token in y])
        want.append(y + [feed(token, p["W1"], p["b1"], p["W2"], p["b2"]) for token in read])
    got = reference("encoder_block").encoder_block(x, p, n_heads)
    np.testing.assert_allclose(got, want, rtol=1e-8, atol=1e-9)


@given(seeds, small, small, st.integers(1, 4), st.sampled_from([2.0, 100.0, 10000.0]))
def test_rope_agrees_with_complex_rotations(seed, B, T, pairs, base):
    rng = np.random.default_rng(seed)
    x, positions = rng.normal(size=(B, T, 2 * pairs)), rng.uniform(-20, 20, size=T)
    got = reference("rope").rope(x, positions, base)
    for b, t, i in np.ndindex(B, T, pairs):
        turn = np.exp(1j * positions[t] * base ** (-i / pairs))
        point = complex(*x[b, t, 2 * i : 2 * i + 2]) * turn
        np.testing.assert_allclose(got[b, t, 2 * i : 2 * i + 2], [point.real, point.imag], atol=1e-12)


@given(st.integers(1, 12), st.integers(1, 15))
def test_sliding_window_mask_agrees_with_a_plain_loop(T, window):
    mask = reference("sliding_window_mask").sliding_window_mask(T, window)
    assert mask.dtype == bool
    assert mask.tolist() == [[j not in range(i - window + 1, i + 1) for j in range(T)] for i in range(T)]


@given(seeds, small, small, small, small, small)
def test_cross_attention_agrees_with_a_plain_loop(seed, B, T, S, n_heads, d_k):
    rng = np.random.default_rng(seed)
    D = n_heads * d_k
    x, context, (W_q, W_k, W_v, W_o) = (rng.normal(size=size) for size in ((B, T, D), (B, S, D), (4, D, D)))
    got = reference("cross_attention").cross_attention(x, context, W_q, W_k, W_v, W_o, n_heads)
    for b in range(B):
        joined = np.zeros((T, D))
        for h in range(n_heads):
            columns = range(h * d_k, (h + 1) * d_k)
            Q, K, V = (x[b] @ W_q)[:, columns], (context[b] @ W_k)[:, columns], (context[b] @ W_v)[:, columns]
            for t in range(T):
                joined[t, columns] = attend(Q[t], K, V, np.zeros(S, bool))
        np.testing.assert_allclose(got[b], joined @ W_o, atol=1e-10)


@given(seeds, small, small, small, small, small, small)
def test_grouped_query_attention_agrees_with_a_plain_loop(seed, B, groups, g, T, S, d):
    rng = np.random.default_rng(seed)
    Q = rng.normal(size=(B, groups * g, T, d))
    K, V = rng.normal(size=(2, B, groups, S, d))
    got = reference("grouped_query_attention").grouped_query_attention(Q, K, V)
    for b, h, t in np.ndindex(B, groups * g, T):
        want = attend(Q[b, h, t], K[b, h // g], V[b, h // g], np.zeros(S, bool))
        np.testing.assert_allclose(got[b, h, t], want, atol=1e-12)


@given(seeds, st.integers(1, 6), small, small, small)
def test_kv_cache_agrees_with_causal_attention_over_the_whole_sequence(seed, T, B, n_heads, d_k):
    rng = np.random.default_rng(seed)
    D = n_heads * d_k
    x, params = rng.normal(size=(B, T, D)), [rng.normal(size=(D, D)) for _ in range(4)]
    cached = reference("kv_cache").CachedAttention(*params, n_heads)
    got = np.stack([cached.step(x[:, t]) for t in range(T)], axis=1)
    causal = np.triu(np.ones((T, T), bool), k=1)
    np.testing.assert_allclose(got, [attend_in_heads(each, params, n_heads, causal) for each in x], atol=1e-10)


@given(seeds, small, small, small, small, st.sampled_from([0.1, 1.0, 300.0]))
def test_swiglu_agrees_with_scipy_and_a_plain_loop(seed, T, D, F, E, scale):
    rng = np.random.default_rng(seed)
    x, W_gate, W_up, W_down = (rng.normal(size=size) for size in ((2, T, D), (D, F), (D, F), (F, E)))
    x *= scale
    want = np.zeros((2, T, E))
    for b, t, f in np.ndindex(2, T, F):
        gate, up = sum(x[b, t] * W_gate[:, f]), sum(x[b, t] * W_up[:, f])
        want[b, t] += gate * special.expit(gate) * up * W_down[f]
    got = reference("swiglu").swiglu(x, W_gate, W_up, W_down)
    np.testing.assert_allclose(got, want, rtol=1e-9, atol=1e-12 * np.abs(want).max())


@given(st.integers(1, 20), st.integers(1, 9))
def test_alibi_bias_agrees_with_a_plain_loop(n_heads, T):
    """The slopes by repeated multiplication: the last one is always 1/256."""
    got = reference("alibi_bias").alibi_bias(n_heads, T)
    slope = 1.0
    for head in got:
        slope *= 0.5 ** (8 / n_heads)
        for i, j in np.ndindex(T, T):
            np.testing.assert_allclose(head[i, j], -np.inf if j > i else sum([-slope] * (i - j)), rtol=1e-12)
    np.testing.assert_allclose(slope, 1 / 256)


@given(seeds, st.integers(1, 5), small, small, st.sampled_from([0.1, 1.0, 40.0]))
def test_merge_attention_agrees_with_attention_over_all_keys(seed, n, T, d, scale):
    """Keys in blocks of different sizes, some of them blocked for some queries."""
    rng = np.random.default_rng(seed)
    blocks = rng.integers(0, n, size=4 * n)
    blocked = rng.random((T, len(blocks))) < 0.5
    blocked[:, rng.integers(len(blocks))] = False
    Q, K, V = scale * rng.normal(size=(T, d)), rng.normal(size=(len(blocks), d)), rng.normal(size=(len(blocks), d))
    scores = np.where(blocked, -np.inf, Q @ K.T / d**0.5)
    outputs, log_sums = np.zeros((n, T, d)), np.full((n, T), -np.inf)
    for b, t in np.ndindex(n, T):
        seen = (blocks == b) & ~blocked[t]
        if seen.any():
            outputs[b, t] = special.softmax(scores[t, seen]) @ V[seen]
            log_sums[b, t] = special.logsumexp(scores[t, seen])
    output, log_sum = reference("merge_attention").merge_attention(outputs, log_sums)
    np.testing.assert_allclose(output, [attend(q, K, V, row) for q, row in zip(Q, blocked, strict=True)], atol=1e-10)
    np.testing.assert_allclose(log_sum, special.logsumexp(scores, axis=1), rtol=1e-12, atol=1e-12)


@given(seeds, small, small, small, st.integers(1, 5), st.data())
def test_paged_attention_agrees_with_a_plain_loop(seed, H, d, block, m, data):
    """The sequence is cut into blocks, which are put into the pool; the rest of the pool is NaN."""
    length = data.draw(st.integers(1, m * block))
    rng = np.random.default_rng(seed)
    q, (K, V) = rng.normal(size=(H, d)), rng.normal(size=(2, length, H, d))
    table = rng.permutation(m + 2)[:m]
    key_blocks, value_blocks = np.full((2, m + 2, block, H, d), np.nan)
    for p in range(length):
        key_blocks[table[p // block], p % block] = K[p]
        value_blocks[table[p // block], p % block] = V[p]
    got = reference("paged_attention").paged_attention(q, key_blocks, value_blocks, table, length)
    want = [attend(q[h], K[:, h], V[:, h], np.zeros(length, bool)) for h in range(H)]
    np.testing.assert_allclose(got, want, atol=1e-12)


def elu_plus_one(x):
    """One number's feature."""
    return x + 1 if x > 0 else np.exp(x)


@given(seeds, st.integers(1, 7), small, small, st.sampled_from([0.1, 1.0, 8.0]))
def test_linear_attention_agrees_with_a_plain_loop(seed, T, d, d_v, scale):
    rng = np.random.default_rng(seed)
    Q, K = np.clip(scale * rng.normal(size=(2, T, d)), -15, 100)
    V = rng.normal(size=(T, d_v))
    got = reference("linear_attention").linear_attention(Q, K, V)
    for i in range(T):
        total, want = 0.0, np.zeros(d_v)
        for j in range(i + 1):
            weight = sum(elu_plus_one(Q[i, c]) * elu_plus_one(K[j, c]) for c in range(d))
            total, want = total + weight, want + weight * V[j]
        np.testing.assert_allclose(got[i], want / total, rtol=1e-9, atol=1e-12)


@given(seeds, st.integers(1, 6), st.integers(1, 5), st.sampled_from([0.0, 1.0, 500.0]))
def test_load_balance_loss_agrees_with_scipy(seed, n, E, scale):
    """The same as the mean, over all pairs of tokens, of E times one's probability for the other's favorite."""
    logits = np.round(scale * np.random.default_rng(seed).normal(size=(n, E)), 1)
    favorites = [min(range(E), key=lambda e, row=row: (-row[e], e)) for row in logits]
    probs = special.softmax(logits, axis=1)
    want = E * np.mean([probs[i, favorite] for favorite in favorites for i in range(n)])
    np.testing.assert_allclose(reference("load_balance_loss").load_balance_loss(logits), want, rtol=1e-12)


@given(seeds, small, small, st.integers(1, 5), small, st.data())
def test_moe_forward_agrees_with_scipy_and_a_plain_loop(seed, n, D, E, F, data):
    """SciPy's softmax over logits of which all but the chosen are minus infinity; whole numbers, so that many tie."""
    k = data.draw(st.integers(1, E))
    rng = np.random.default_rng(seed)
    x, W_router = rng.integers(-2, 3, size=(n, D)).astype(float), rng.integers(-2, 3, size=(D, E)).astype(float)
    W1, W2 = rng.normal(size=(E, D, F)), rng.normal(size=(E, F, D))
    got = reference("moe_forward").moe_forward(x, W_router, W1, W2, k)
    for token, row in zip(x, got, strict=True):
        logits = [sum(token * W_router[:, e]) for e in range(E)]
        chosen = sorted(range(E), key=lambda e, logits=logits: (-logits[e], e))[:k]
        weights = special.softmax([logits[e] if e in chosen else -np.inf for e in range(E)])
        nothing = np.zeros(F), np.zeros(D)
        want = sum(weights[e] * np.array(feed(token, W1[e], nothing[0], W2[e], nothing[1])) for e in range(E))
        np.testing.assert_allclose(row, want, atol=1e-12)


@given(seeds, st.integers(1, 4), small, small, small, st.integers(1, 3), st.sampled_from([3e-3, 1.0]))
def test_gpt_forward_agrees_with_a_plain_loop(seed, T, n_heads, d, F, n_blocks, scale):
    """SciPy's normal distribution function, and each token by itself."""
    rng = np.random.default_rng(seed)
    D, V = n_heads * d, 5
    shapes = dict.fromkeys(("W_q", "W_k", "W_v", "W_o"), (D, D))
    shapes |= dict.fromkeys(("ln1_gamma", "ln1_beta", "ln2_gamma", "ln2_beta", "b2"), (D,))
    shapes |= {"W1": (D, F), "b1": (F,), "W2": (F, D)}
    blocks = [{name: rng.normal(size=shape) for name, shape in shapes.items()} for _ in range(n_blocks)]
    tok_emb, pos_emb = scale * rng.normal(size=(V, D)), scale * rng.normal(size=(T + 2, D))
    gamma, beta = rng.normal(size=(2, D))
    tokens = rng.integers(V, size=(2, T))
    params = {"tok_emb": tok_emb, "pos_emb": pos_emb, "ln_gamma": gamma, "ln_beta": beta, "blocks": blocks}
    want = []
    for sequence in tokens:
        x = np.array([tok_emb[token] + pos_emb[t] for t, token in enumerate(sequence)])
        for p in blocks:
            read = np.array([normed(token, p["ln1_gamma"], p["ln1_beta"]) for token in x])
            weights = [p[name] for name in ("W_q", "W_k", "W_v", "W_o")]
            x = x + attend_in_heads(read, weights, n_heads, np.triu(np.ones((T, T), bool), k=1))
            hidden = np.array([normed(token, p["ln2_gamma"], p["ln2_beta"]) for token in x]) @ p["W1"] + p["b1"]
            x = x + hidden * special.ndtr(hidden) @ p["W2"] + p["b2"]
        want.append([[sum(np.array(normed(token, gamma, beta)) * row) for row in tok_emb] for token in x])
    got = reference("gpt_forward").gpt_forward(tokens, params, n_heads)
    np.testing.assert_allclose(got, want, rtol=1e-7, atol=1e-9)
