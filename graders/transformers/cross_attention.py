"""Cross-attention: who asks and who is read, unequal lengths, which columns are which head, and W_o."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def given(B, T, S, D, n_heads):
        return (rng.normal(size=(B, T, D)), rng.normal(size=(B, S, D)), *rng.normal(size=(4, D, D)), n_heads)

    eye = np.eye(2)
    yield Case("one of each", *given(1, 1, 1, 1, 1))
    yield Case("two heads of one column", np.array([[[2.0, 0.0]]]), np.array([[[2.0, 0.0], [0.0, 4.0]]]), *[eye] * 4, 2)
    yield Case("one head", *given(1, 2, 3, 2, 1))
    yield Case("two heads", *given(1, 3, 2, 4, 2))
    yield Case("as many tokens on both sides", *given(1, 3, 3, 4, 2))
    yield Case("two heads of three columns", *given(2, 4, 5, 6, 2))
    yield Case("three heads of two columns", *given(2, 5, 3, 6, n_heads=3))
    yield Case("as many heads as columns", *given(3, 2, 4, 4, 4))
    yield Case("as many heads as tokens", *given(2, 2, 2, 4, 2))
    yield Case("one token asks", *given(2, 1, 4, 4, 2))
    yield Case("one token is read", *given(2, 3, 1, 4, 2))
    x = np.array([[[60.0, 0.0, 9.0, 40.0], [0.0, 1.0, 70.0, 0.0]]])
    context = np.array([[[60.0, 10.0, 0.0, 0.0], [30.0, 20.0, 0.0, 80.0], [-50.0, 0.0, 20.0, 60.0]]])
    yield Case("scores of a thousand and more", x, context, *[np.eye(4)] * 4, 2)
    x, context = np.array([[[60.0, 1.0], [-60.0, 0.0]]]), np.array([[[60.0, 1.0], [60.0, 0.0]]])
    yield Case("one token's scores lie far below the other's", x, context, *[eye] * 4, 1)
    yield Case("three hundred tokens are read", *given(1, 2, 300, 4, 2)).plain()


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _split(x, n_heads):
    return x.reshape(x.shape[0], x.shape[1], n_heads, -1).transpose(0, 2, 1, 3)


def _cross(Q, K, V, W_o, n_heads, split=_split, softmax=_softmax, width=None):
    """From projected arrays (B, length, D) on."""
    D = Q.shape[2]
    q, k, v = split(Q, n_heads), split(K, n_heads), split(V, n_heads)
    heads = softmax(q @ k.swapaxes(2, 3) / np.sqrt(width or D // n_heads)) @ v
    return heads.transpose(0, 2, 1, 3).reshape(Q.shape) @ W_o


@mistake("Your queries come from the context and your keys and values from x. It is x that asks.")
def sides_exchanged(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(context @ W_q, x @ W_k, x @ W_v, W_o, n_heads)


@mistake("You never look at the context: that is self-attention. Keys and values are projected from it.")
def self_attention(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, x @ W_k, x @ W_v, W_o, n_heads)


@mistake("Your values come from x. Keys and values both belong to the context, key j with value j.")
def values_from_x(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, x @ W_v, W_o, n_heads)


@mistake("You exchanged W_k and W_v.")
def weights_exchanged(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_v, context @ W_k, W_o, n_heads)


@mistake("You use the number of tokens of x for the context as well. The two sequences have their own lengths: read "
         "each off its array.")
def one_length_for_both(x, context, W_q, W_k, W_v, W_o, n_heads):
    B, T, D = x.shape

    def split(projected, n_heads):
        return projected.reshape(B, T, n_heads, D // n_heads).swapaxes(1, 2)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, split)


@mistake("You reshape straight to (B, heads, length, d_k), which mixes the tokens. Reshape to (B, length, heads, "
         "d_k) first, then swap.")
def reshaped_straight_to_heads(x, context, W_q, W_k, W_v, W_o, n_heads):
    def split(x, n_heads):
        return x.reshape(x.shape[0], n_heads, x.shape[1], -1)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, split)


@mistake("You join the heads without swapping heads and tokens back first, so each row mixes several tokens.")
def joined_without_swapping_back(x, context, W_q, W_k, W_v, W_o, n_heads):
    q, k, v = _split(x @ W_q, n_heads), _split(context @ W_k, n_heads), _split(context @ W_v, n_heads)
    return (_softmax(q @ k.swapaxes(2, 3) / np.sqrt(q.shape[3])) @ v).reshape(x.shape) @ W_o


@mistake("You deal the columns out to the heads in turn. Head 0 is the first d_k columns: reshape to (heads, d_k), "
         "not to (d_k, heads).")
def columns_dealt_in_turn(x, context, W_q, W_k, W_v, W_o, n_heads):
    def split(x, n_heads):
        return x.reshape(x.shape[0], x.shape[1], -1, n_heads).transpose(0, 3, 1, 2)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, split)


@mistake("You compute one attention over all D columns. Each head has its own scores and its own softmax.")
def one_head_only(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, 1)


@mistake("You divide the scores by √D. Each head works in d_k = D / n_heads columns, so it is √d_k.")
def scaled_by_the_whole_width(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, width=x.shape[2])


@mistake("You left out the division of the scores by √d_k.")
def not_scaled(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, width=1)


@mistake("Your softmax runs over the queries. Each query's weights over the context must sum to 1: use the last "
         "axis.")
def softmax_over_queries(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=lambda s: _softmax(s, axis=-2))


@mistake("You block the future. The context is complete: every token of x sees all of it.")
def causal(x, context, W_q, W_k, W_v, W_o, n_heads):
    def softmax(scores):
        return _softmax(np.where(np.triu(np.ones(scores.shape[2:], bool), k=1), -np.inf, scores))

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=softmax)


@mistake("You return the joined heads without multiplying by W_o.")
def no_output_projection(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q, context @ W_k, context @ W_v, np.eye(x.shape[2]), n_heads)


@mistake("You multiply by the transposed weights; they are used as x @ W.")
def transposed_weights(x, context, W_q, W_k, W_v, W_o, n_heads):
    return _cross(x @ W_q.T, context @ W_k.T, context @ W_v.T, W_o.T, n_heads)


@mistake("You add x to the result. The residual connection is not part of this task.")
def residual_added(x, context, W_q, W_k, W_v, W_o, n_heads):
    return x + _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads)


@mistake("exp overflows on large scores. Subtract each query's largest score first.")
def not_shifted(x, context, W_q, W_k, W_v, W_o, n_heads):
    def softmax(scores):
        return np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=softmax)


@mistake("You subtract one maximum for the whole array; a query whose scores lie far below it underflows to 0/0. The "
         "maximum belongs to each query: axis=-1, keepdims=True.")
def global_maximum(x, context, W_q, W_k, W_v, W_o, n_heads):
    def softmax(scores):
        exps = np.exp(scores - scores.max())
        return exps / exps.sum(axis=-1, keepdims=True)

    return _cross(x @ W_q, context @ W_k, context @ W_v, W_o, n_heads, softmax=softmax)


@alternative
def head_by_head(x, context, W_q, W_k, W_v, W_o, n_heads):
    outputs = []
    for asking, reading in zip(x, context):
        heads = [_softmax((asking @ q) @ (reading @ k).T / np.sqrt(q.shape[1])) @ (reading @ v)
                 for q, k, v in zip(*(np.split(W, n_heads, axis=1) for W in (W_q, W_k, W_v)))]
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
