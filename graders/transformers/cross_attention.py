"""Cross-attention: where queries, keys and values come from, unequal lengths, which columns are which head, W_o."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake

QUIET = ("large scores",)


def cases(rng):
    def given(B, T, S, D, n_heads):
        return (rng.normal(size=(B, T, D)), rng.normal(size=(B, S, D)), *rng.normal(size=(4, D, D)), n_heads)

    eye = np.eye(2)
    yield Case("two heads of one column", np.array([[[2.0, 0.0]]]), np.array([[[2.0, 0.0], [0.0, 4.0]]]), *[eye] * 4, 2)
    yield Case("two heads", *given(1, 3, 2, 4, 2))
    yield Case("two heads of three columns", *given(2, 4, 5, 6, 2))
    yield Case("three heads of two columns", *given(2, 5, 3, 6, n_heads=3))
    yield Case("all lengths different", *given(3, 5, 7, 8, 2))
    yield Case("a context of three hundred tokens", *given(1, 2, 300, 4, 2)).once()
    yield Case("as many tokens on both sides", *given(1, 3, 3, 4, 2)).edge("equal lengths")
    yield Case("as many heads as tokens", *given(2, 2, 2, 4, 2)).edge("equal lengths")
    yield Case("one head", *given(1, 2, 3, 2, 1)).edge("head counts")
    yield Case("one head for a batch", *given(2, 3, 4, 5, 1)).edge("head counts")
    yield Case("as many heads as columns", *given(3, 2, 4, 4, 4)).edge("head counts")
    yield Case("one of each", *given(1, 1, 1, 1, 1)).edge("one token")
    yield Case("one token in x", *given(2, 1, 4, 4, 2)).edge("one token")
    yield Case("one token in the context", *given(2, 3, 1, 4, 2)).edge("one token")
    x = np.array([[[60.0, 0.0, 9.0, 40.0], [0.0, 1.0, 70.0, 0.0]]])
    context = np.array([[[60.0, 10.0, 0.0, 0.0], [30.0, 20.0, 0.0, 80.0], [-50.0, 0.0, 20.0, 60.0]]])
    yield Case("scores of a thousand and more", x, context, *[np.eye(4)] * 4, 2).edge("large scores")
    x, context = np.array([[[60.0, 1.0], [-60.0, 0.0]]]), np.array([[[60.0, 1.0], [60.0, 0.0]]])
    yield Case("one token's scores are far below the other's", x, context, *[eye] * 4, 1).edge("large scores")
    x, context = np.array([[[110.0], [-110.0]]]), np.array([[[110.0], [109.0], [-110.0]]])
    yield Case("scores of ten thousand", x, context, *[np.eye(1)] * 4, 1).edge("large scores")


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _split(x, n_heads):
    return x.reshape(x.shape[0], x.shape[1], n_heads, -1).transpose(0, 2, 1, 3)


def _straight(x, n_heads):
    return x.reshape(x.shape[0], n_heads, x.shape[1], -1)


def _dealt(x, n_heads):
    return x.reshape(x.shape[0], x.shape[1], -1, n_heads).transpose(0, 3, 1, 2)


def _join(heads):
    return heads.transpose(0, 2, 1, 3).reshape(len(heads), heads.shape[2], -1)


def _cross(Q, K, V, W_o, n_heads, split=_split, softmax=_softmax, join=_join, length=None):
    """From projected arrays (B, length, D) on."""
    q, k, v = split(Q, n_heads), split(K, n_heads), split(V, n_heads)
    heads = softmax(q @ k.swapaxes(2, 3) / np.sqrt(length or Q.shape[2] // n_heads)) @ v
    return join(heads) @ W_o


@mistake("You take the queries from the context, and the keys and values from x. Project the queries from x, and the "
         "keys and values from the context.")
def sides_swapped(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(context @ W_q, x @ W_k, x @ W_v, W_o, n_heads)


@mistake("You never use the context, so this is self-attention. Project the keys and values from the context.")
def self_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, x @ W_k, x @ W_v, W_o, n_heads)


@mistake("Your values come from x. Keys and values both belong to the context, key j with value j.")
def values_from_x(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, x @ W_v, W_o, n_heads)


@mistake("Your keys come from x. Keys and values both belong to the context, key j with value j.")
def keys_from_x(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, x @ W_k, context @ W_v, W_o, n_heads)


@mistake("Your queries come from the context. Project them from x, so that the result has one row per token of x.")
def queries_from_the_context(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(context @ W_q, context @ W_k, context @ W_v, W_o, n_heads)


@mistake("You look at x instead of the context where both have the same length. Keys and values always come from the "
         "context.")
def values_from_x_for_equal_lengths(x, context, W_q, W_k, W_v, W_o, n_heads):
    source = x if x.shape == context.shape else context
    return _cross(x @ W_q, context @ W_k, source @ W_v, W_o, n_heads)


@mistake("You mix up {pair}: each is used in the other's place.", constants={"pair": ("W_k and W_v", "W_q and W_k")})
def weights_swapped(x, context, W_q, W_k, W_v, W_o, n_heads, *, pair):
    W_q, W_k, W_v = (W_k, W_q, W_v) if pair == "W_q and W_k" else (W_q, W_v, W_k)
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads)


@mistake("You use the number of tokens of x for the context as well. The two sequences have their own lengths: read "
         "each from its array.")
def one_length_for_both(x, context, W_q, W_k, W_v, W_o, n_heads):
    B, T, D = x.shape

    def split(projected, n_heads):
        return projected.reshape(B, T, n_heads, D // n_heads).swapaxes(1, 2)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, split)


@mistake("Every sequence of x looks at the context of the first one. Each has its own context, at the same index of "
         "the batch.")
def first_context_for_all(x, context, W_q, W_k, W_v, W_o, n_heads):
    first = np.broadcast_to(context[:1], context.shape)
    return _cross(x @ W_q, first @ W_k, first @ W_v, W_o, n_heads)


@mistake("You reshape straight to (B, heads, length, d_k), so each head mixes the entries of several tokens. Reshape "
         "to (B, length, heads, d_k) first, then swap heads and tokens.")
def reshaped_straight_to_heads(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, _straight)


@mistake("You leave the heads behind the tokens, in (B, length, heads, d_k), so each token's heads attend to one "
         "another. Swap tokens and heads before you multiply, and swap them back before you join.")
def heads_not_swapped(x, context, W_q, W_k, W_v, W_o, n_heads):
    def split(x, n_heads):
        return x.reshape(*x.shape[:2], n_heads, -1)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, split, join=lambda heads: heads.reshape(x.shape))


@mistake("You reshape straight to (B, heads, length, d_k) and straight back, so each head mixes the entries of several "
         "tokens. Reshape to (B, length, heads, d_k) first and swap heads and tokens; swap them back before you join.")
def reshaped_straight_both_ways(x, context, W_q, W_k, W_v, W_o, n_heads):
    def join(heads):
        return heads.reshape(x.shape)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, _straight, join=join)


@mistake("You assign the columns to the heads in turn, and back again. Head 0 is the first d_k columns, so reshape to "
         "(heads, d_k), not to (d_k, heads).")
def columns_dealt_both_ways(x, context, W_q, W_k, W_v, W_o, n_heads):
    def join(heads):
        return heads.transpose(0, 2, 3, 1).reshape(x.shape)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, _dealt, join=join)


@mistake("You join the heads without swapping heads and tokens back first, so each row mixes several tokens. Swap "
         "them, then reshape to (B, T, D).")
def joined_without_swapping_back(x, context, W_q, W_k, W_v, W_o, n_heads):
    def join(heads):
        return heads.reshape(x.shape)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, join=join)


@mistake("You assign the columns to the heads in turn. Head 0 is the first d_k columns, so reshape to (heads, d_k), "
         "not to (d_k, heads).")
def columns_dealt_in_turn(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, _dealt)


@mistake("You compute one attention over all D columns. Each head has its own scores and its own softmax.")
def one_head_only(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, 1)


@mistake("You divide the scores by {divisor}. Each head works in d_k = D / n_heads columns, so divide by √d_k.",
         constants={"divisor": ("√D", "d_k", "√S", "√T")})
def scaled_by_another_number(x, context, W_q, W_k, W_v, W_o, n_heads, *, divisor):
    D = x.shape[2]
    length = {"√D": D, "d_k": (D // n_heads) ** 2, "√S": context.shape[1], "√T": x.shape[1]}[divisor]
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, length=length)


@mistake("You leave out the division of the scores by √d_k.")
def not_scaled(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, length=1)


@mistake("Your softmax runs over the queries. Each query's weights over the context must sum to 1: use the last "
         "axis of the scores.")
def softmax_over_queries(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=lambda s: _softmax(s, axis=-2))


@mistake("You divide by sums over the queries. Each query's weights over the context must sum to 1: sum over the last "
         "axis of the scores.")
def normalized_over_queries(x, context, W_q, W_k, W_v, W_o, n_heads):
    def softmax(scores):
        exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
        return exps / exps.sum(axis=-2, keepdims=True)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=softmax)


@mistake("Your softmax runs over the heads. Each query's weights over the context must sum to 1: use the last axis of "
         "the scores.")
def softmax_over_heads(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=lambda s: _softmax(s, axis=1))


@mistake("You block the future. Every token of x sees the whole context, so block nothing.")
def causal(x, context, W_q, W_k, W_v, W_o, n_heads):
    def softmax(scores):
        return _softmax(np.where(np.triu(np.ones(scores.shape[2:], bool), k=1), -np.inf, scores))

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=softmax)


@mistake("You leave out the output projection. Multiply the joined heads by W_o.")
def no_output_projection(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, np.eye(x.shape[2]), n_heads)


@mistake("You multiply by the transposed weights. Use them as x @ W.")
def transposed_weights(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q.T, context @ W_k.T, context @ W_v.T, W_o.T, n_heads)


@mistake("You multiply by W_o transposed. Use it as joined @ W_o.")
def transposed_output_weights(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o.T, n_heads)


@mistake("You add x to the result. The residual connection is not part of this task.")
def residual_added(x, context, W_q, W_k, W_v, W_o, n_heads):
    return x + _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads)


@mistake("exp overflows on large scores. Subtract each query's largest score first.")
def not_shifted(x, context, W_q, W_k, W_v, W_o, n_heads):
    def softmax(scores):
        return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=softmax)


@mistake("You subtract one maximum for all queries, so a query whose scores are far below it underflows to 0/0. Take "
         "the maximum over the last axis, with keepdims=True.")
def global_maximum(x, context, W_q, W_k, W_v, W_o, n_heads):
    def softmax(scores):
        exps = np.exp(scores - scores.max())
        return exps / exps.sum(axis=-1, keepdims=True)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=softmax)


@alternative
def head_by_head(x, context, W_q, W_k, W_v, W_o, n_heads):
    outputs = []
    for asking, reading in zip(x, context):
        heads = [
            _softmax((asking @ q) @ (reading @ k).T / np.sqrt(q.shape[1])) @ (reading @ v)
            for q, k, v in zip(*(np.split(W, n_heads, axis=1) for W in (W_q, W_k, W_v)))
        ]
        outputs.append(np.concatenate(heads, axis=-1) @ W_o)
    return outputs


@alternative
def by_einsum(x, context, W_q, W_k, W_v, W_o, n_heads):
    D = x.shape[2]
    Q = np.einsum("btd,dhk->bhtk", x, W_q.reshape(D, n_heads, -1))
    K, V = (np.einsum("bsd,dhk->bhsk", context, W.reshape(D, n_heads, -1)) for W in (W_k, W_v))
    weights = _softmax(np.einsum("bhtk,bhsk->bhts", Q, K) * (D / n_heads) ** -0.5)
    return np.einsum("bhts,bhsk,hkd->btd", weights, V, W_o.reshape(n_heads, D // n_heads, D))


@alternative
def by_summing_heads(x, context, W_q, W_k, W_v, W_o, n_heads):
    d_k = x.shape[2] // n_heads
    out = np.zeros(x.shape)
    for h in range(n_heads):
        part = slice(h * d_k, (h + 1) * d_k)
        scores = (x @ W_q[:, part]) @ np.moveaxis(context @ W_k[:, part], 1, 2) / d_k**0.5
        weights = np.exp(scores - np.logaddexp.reduce(scores, axis=2, keepdims=True))
        out += weights @ (context @ (W_v[:, part] @ W_o[part]))
    return out
