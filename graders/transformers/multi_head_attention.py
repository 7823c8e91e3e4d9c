"""Multi-head attention: which columns are which head, the way there and back, the mask, and ValueError."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def given(B, T, D, n_heads):
        x = rng.normal(size=(B, T, D))
        return (x, *(rng.normal(size=(D, D)) for _ in range(4)), n_heads)

    def some(T):
        """Blocks about half; the diagonal stays free."""
        return (rng.random((T, T)) < 0.5) & ~np.eye(T, dtype=bool)

    eye = np.eye(2)
    x = np.array([[[2.0, 0.0], [0.0, 2.0]]])
    yield Case("one token, one column", *given(1, 1, 1, 1))
    yield Case("two heads of one column", x, eye, eye, eye, eye, 2)
    yield Case("one head", *given(1, 2, 3, 1))
    yield Case("two heads", *given(1, 3, 4, 2))
    yield Case("two heads of three columns", *given(2, 4, 6, 2))
    yield Case("three heads of two columns", *given(2, 5, 6, n_heads=3))
    yield Case("as many heads as columns", *given(3, 2, 4, 4))
    yield Case("as many heads as tokens", *given(2, 3, 6, 3))
    yield Case("one token", *given(3, 1, 4, 2))
    yield Case("a causal mask", *given(1, 3, 4, 2), np.triu(np.ones((3, 3), dtype=bool), k=1))
    yield Case("a mask of booleans", *given(2, 4, 6, 3), mask=some(4))
    yield Case("a mask of integers", *given(2, 4, 6, 2), mask=some(4).astype(np.int64))
    yield Case("a mask of floats, one head", *given(3, 3, 2, 1), mask=some(3).astype(float))
    yield Case("a mask as large as the heads", *given(2, 2, 4, 2), mask=np.array([[0, 1], [0, 0]]))
    x = np.array([[[60.0, 0.0, 9.0, 40.0], [0.0, 60.0, 70.0, 0.0], [30.0, 20.0, 0.0, 80.0]]])
    yield Case("scores of a thousand and more", x, *[np.eye(4)] * 4, 2)
    yield Case("four heads for six columns", *given(1, 2, 6, 4))
    yield Case("two heads for three columns", *given(2, 2, 3, 2))
    yield Case("more heads than columns", *given(1, 3, 2, 4))
    blocked = np.array([[True, False, False], [False, True, True], [True, True, False]])
    yield Case("blocked scores are by far the largest", x, *[np.eye(4)] * 4, 2, blocked)
    yield Case("three hundred tokens", *given(1, 300, 4, 2)).plain()


def _attention(Q, K, V, mask, width=None):
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(width or Q.shape[-1])
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-1, keepdims=True) @ V


def _split(x, n_heads):
    B, T, D = x.shape
    return x.reshape(B, T, n_heads, D // n_heads).transpose(0, 2, 1, 3)


def _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, split=_split, attend=_attention):
    heads = attend(*(split(x @ W, n_heads) for W in (W_q, W_k, W_v)), mask)
    return heads.transpose(0, 2, 1, 3).reshape(x.shape) @ W_o


@mistake("You reshape straight to (B, heads, T, d_k). The shape is right, but the entries of different "
         "tokens are mixed: reshape to (B, T, heads, d_k) first, then swap tokens and heads.")
def reshaped_straight_to_heads(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def split(x, n_heads):
        B, T, D = x.shape
        return x.reshape(B, T, n_heads, D // n_heads).reshape(B, n_heads, T, D // n_heads)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, split)


@mistake("You join the heads without swapping heads and tokens back first, so each row mixes several "
         "tokens.")
def joined_without_swapping_back(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _attention(*(_split(x @ W, n_heads) for W in (W_q, W_k, W_v)), mask).reshape(x.shape) @ W_o


@mistake("You deal the columns out to the heads in turn. Head 0 is the first d_k columns, head 1 the next: "
         "reshape to (heads, d_k), not to (d_k, heads).")
def columns_dealt_in_turn(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def split(x, n_heads):
        B, T, D = x.shape
        return x.reshape(B, T, D // n_heads, n_heads).transpose(0, 3, 1, 2)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, split)


@mistake("You divide the scores by √D. Each head works in d_k = D / n_heads columns, so it is √d_k.")
def scaled_by_the_whole_width(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def attend(Q, K, V, mask):
        return _attention(Q, K, V, mask, x.shape[-1])

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, attend=attend)


@mistake("You left out the division of the scores by √d_k.")
def not_scaled(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def attend(Q, K, V, mask):
        return _attention(Q, K, V, mask, 1)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, attend=attend)


@mistake("You ignore the mask.")
def mask_ignored(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, None)


@mistake("You read the mask the other way round: True (or 1) marks what is blocked.")
def mask_of_the_allowed(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def attend(Q, K, V, mask):
        scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])
        scores = scores if mask is None else np.where(mask, scores, -1e9)
        exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
        return exps / exps.sum(axis=-1, keepdims=True) @ V

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, attend=attend)


@mistake("You compute one attention over all D columns. Each head has its own scores and its own softmax.")
def one_head_only(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    x.reshape(*x.shape[:2], n_heads, x.shape[2] // n_heads)
    return _attention(x @ W_q, x @ W_k, x @ W_v, mask) @ W_o


@mistake("You left out the output projection: the joined heads are multiplied by W_o.")
def not_projected(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, np.eye(x.shape[-1]), n_heads, mask)


@mistake("Your weights are transposed: the projections are x @ W, not x @ W.T.")
def weights_transposed(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q.T, W_k.T, W_v.T, W_o.T, n_heads, mask)


@mistake("exp overflows on large scores: subtract each row's maximum before exponentiating.")
def not_shifted(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def attend(Q, K, V, mask):
        exps = np.exp(Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1]))
        exps = exps if mask is None else exps * (1.0 - mask)
        return exps / exps.sum(axis=-1, keepdims=True) @ V

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, attend=attend)


@mistake("The einsum 'bhaq,bhkd->bhqad' sums over the keys alone and keeps both feature axes: these are no "
         "scores. Queries against keys is 'bhqd,bhkd->bhqk'.")
def einsum_of_the_original_sheet(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def attend(Q, K, V, mask):
        scores = np.einsum("bhaq,bhkd->bhqad", Q, K) / np.sqrt(Q.shape[-1])
        if mask is not None:
            scores = scores + mask * -1e9
        exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
        return exps / exps.sum(axis=-1, keepdims=True) @ V

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, attend=attend)


@mistake("Where n_heads does not divide D you drop the columns that are left over; raise ValueError "
         "instead.")
def leftover_columns_dropped(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    d_k = x.shape[-1] // n_heads
    joined = np.zeros(x.shape)
    for h in range(n_heads if d_k else 0):
        part = slice(h * d_k, (h + 1) * d_k)
        joined[..., part] = _attention(x @ W_q[:, part], x @ W_k[:, part], x @ W_v[:, part], mask)
    return joined @ W_o


@mistake("An assert raises AssertionError (and vanishes under python -O). The task asks for ValueError.")
def asserted(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    assert x.shape[-1] % n_heads == 0
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask)


@alternative
def head_by_head(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide D")
    outputs = []
    for sample in x:
        heads = [_attention(sample @ q, sample @ k, sample @ v, mask)
                 for q, k, v in zip(*(np.split(W, n_heads, axis=1) for W in (W_q, W_k, W_v)))]
        outputs.append(np.concatenate(heads, axis=-1) @ W_o)
    return outputs


@alternative
def by_einsum(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    D = x.shape[2]
    Q, K, V = (np.einsum("btd,dhk->bhtk", x, W.reshape(D, n_heads, -1)) for W in (W_q, W_k, W_v))
    scores = np.einsum("bhqd,bhkd->bhqk", Q, K) * (D / n_heads) ** -0.5
    if mask is not None:
        scores = scores + mask * -1e9
    weights = np.exp(scores - np.max(scores, axis=3, keepdims=True))
    weights /= np.sum(weights, axis=3, keepdims=True)
    return np.einsum("bhqk,bhkd,hde->bqe", weights, V, W_o.reshape(n_heads, D // n_heads, D))


EQUIVALENT = {"attention: if mask is not None -> if True": "np.where reads None as false everywhere"}
