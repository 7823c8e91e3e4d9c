"""Multi-head attention: which columns are which head, the way there and back, the mask, and ValueError."""

import ast

import numpy as np

from mlprep.grading.api import Case, alternative, both, mistake, says, uses

QUIET = ("large scores",)


def cases(rng):
    def given(B, T, D, n_heads):
        x = rng.normal(size=(B, T, D))
        return (x, *(rng.normal(size=(D, D)) for _ in range(4)), n_heads)

    def some(T):
        """Blocks about half; the diagonal stays free."""
        return (rng.random((T, T)) < 0.5) & ~np.eye(T, dtype=bool)

    eye = np.eye(2)
    x = np.array([[[2.0, 0.0], [0.0, 2.0]]])
    yield Case("two heads of one column", x, eye, eye, eye, eye, 2)
    yield Case("two heads", *given(1, 3, 4, 2))
    yield Case("two heads of three columns", *given(2, 4, 6, 2))
    yield Case("three heads of two columns", *given(2, 5, 6, n_heads=3))
    yield Case("all lengths different", *given(3, 5, 8, 2))
    yield Case("as many heads as tokens", *given(2, 3, 6, 3))
    yield Case("three hundred tokens", *given(1, 300, 2, 1)).once()
    yield Case("a causal mask", *given(1, 3, 4, 2), np.triu(np.ones((3, 3), dtype=bool), k=1))
    yield Case("a mask", *given(2, 4, 6, 3), mask=some(4))
    yield Case("a mask as large as the heads", *given(2, 2, 4, 2), mask=np.array([[False, True], [False, False]]))

    yield Case("one head", *given(1, 2, 3, 1)).edge("head counts")
    yield Case("one head for a batch", *given(2, 4, 3, 1)).edge("head counts")
    yield Case("as many heads as columns", *given(3, 2, 4, 4)).edge("head counts")
    yield Case("one token, one column", *given(1, 1, 1, 1)).edge("one token")
    yield Case("one token", *given(3, 1, 4, 2)).edge("one token")
    yield Case("a mask of integers", *given(2, 4, 6, 2), mask=some(4).astype(np.int64)).edge("masks of numbers")
    yield Case("a mask of floats", *given(3, 3, 2, 1), mask=some(3).astype(float)).edge("masks of numbers")

    x = np.array([[[60.0, 0.0, 9.0, 40.0], [0.0, 60.0, 70.0, 0.0], [30.0, 20.0, 0.0, 80.0]]])
    yield Case("scores of a thousand and more", x, *[np.eye(4)] * 4, 2).edge("large scores")
    blocked = np.array([[True, False, False], [False, True, True], [True, True, False]])
    yield Case("blocked scores are by far the largest", x, *[np.eye(4)] * 4, 2, blocked).edge("large scores")
    x = np.array([[[110.0, 1.0], [-110.0, 2.0], [-110.0, 0.0]]])
    yield Case("one token's scores are far below the other's", x, eye, -eye, eye, eye, 1).edge("large scores")
    blocked = np.array([[True, False, False], [False, True, True], [False, False, False]])
    yield Case("the allowed score is by far the smallest", x, *[eye] * 4, 1, blocked).edge("large scores")
    yield Case("four heads for six columns", *given(1, 2, 6, 4)).edge("bad head counts")
    yield Case("two heads for three columns", *given(2, 2, 3, 2)).edge("bad head counts")
    yield Case("more heads than columns", *given(1, 3, 2, 4)).edge("bad head counts")


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _masked(scores, mask):
    return scores if mask is None else np.where(mask, -np.inf, scores)


def _split(x, n_heads):
    B, T, D = x.shape
    return x.reshape(B, T, n_heads, D // n_heads).transpose(0, 2, 1, 3)


def _straight(x, n_heads):
    B, T, D = x.shape
    return x.reshape(B, n_heads, T, D // n_heads)


def _dealt(x, n_heads):
    B, T, D = x.shape
    return x.reshape(B, T, D // n_heads, n_heads).transpose(0, 3, 1, 2)


def _join(heads):
    return heads.transpose(0, 2, 1, 3).reshape(len(heads), heads.shape[2], -1)


def _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, split=_split, join=_join, length=None, weigh=None):
    """With another way to split, to join, to scale, or to make weights of scores and mask."""
    Q, K, V = (split(x @ W, n_heads) for W in (W_q, W_k, W_v))
    scores = Q @ np.swapaxes(K, -1, -2) / np.sqrt(length or Q.shape[-1])
    weights = weigh(scores, mask) if weigh else _softmax(_masked(scores, mask))
    return join(weights @ V) @ W_o


@mistake("You reshape straight to (B, heads, T, d_k), so each head mixes the entries of several tokens. Reshape to (B, "
         "T, heads, d_k) first, then swap tokens and heads.")
def reshaped_straight_to_heads(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, split=_straight)


@mistake("You reshape straight to (B, heads, T, d_k) and straight back, so each head mixes the entries of several "
         "tokens. Reshape to (B, T, heads, d_k) first and swap tokens and heads; swap them back before you join.")
def reshaped_straight_both_ways(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, _straight, lambda heads: heads.reshape(x.shape))


@mistake("You leave the heads behind the tokens, in (B, T, heads, d_k), so each token's heads attend to one another. "
         "Swap tokens and heads before you multiply, and swap them back before you join.")
def heads_not_swapped(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def split(x, n_heads):
        return x.reshape(*x.shape[:2], n_heads, -1)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, split, lambda heads: heads.reshape(x.shape))


@mistake("You join the heads without swapping heads and tokens back first, so each row mixes several tokens. Swap "
         "them, then reshape to (B, T, D).")
def joined_without_swapping_back(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, join=lambda heads: heads.reshape(x.shape))


@mistake("You assign the columns to the heads in turn. Head 0 is the first d_k columns, so reshape to (heads, d_k), "
         "not to (d_k, heads).")
def columns_dealt_in_turn(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, _dealt)


@mistake("You assign the columns to the heads in turn, and back again. Head 0 is the first d_k columns, so reshape to "
         "(heads, d_k), not to (d_k, heads).")
def columns_dealt_both_ways(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def join(heads):
        return heads.transpose(0, 2, 3, 1).reshape(x.shape)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, _dealt, join)


@mistake("You divide the scores by {divisor}. Each head works in d_k = D / n_heads columns, so divide by √d_k.",
         constants={"divisor": ("√D", "d_k", "√T")})
def scaled_by_another_number(x, W_q, W_k, W_v, W_o, n_heads, mask=None, *, divisor):
    _, T, D = x.shape
    length = {"√D": D, "d_k": (D // n_heads) ** 2, "√T": T}[divisor]
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, length=length)


@mistake("You leave out the division of the scores by √d_k.")
def not_scaled(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, length=1)


@mistake("Your softmax runs over the queries. Each token's weights over the tokens that it looks at must sum to 1: "
         "use the last axis of the scores.")
def softmax_over_queries(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        return _softmax(scores if mask is None else np.where(mask, -1e9, scores), axis=-2)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("Your softmax runs over the heads. Each token's weights over the tokens that it looks at must sum to 1: use "
         "the last axis of the scores.")
def softmax_over_heads(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        return _softmax(scores if mask is None else np.where(mask, -1e9, scores), axis=1)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("You ignore the mask.")
def mask_ignored(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, None)


@mistake("You read the mask the wrong way. True (or 1) marks what is blocked.")
def mask_of_the_allowed(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        return _softmax(scores if mask is None else np.where(mask, scores, -1e9))

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("You use the mask transposed. Its row is the token that looks, its column the one it looks at.")
def mask_transposed(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, None if mask is None else mask.T)


@mistake("You block the future although no mask is given. Without a mask, every token sees all tokens.")
def always_causal(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    future = np.triu(np.ones((x.shape[1], x.shape[1]), bool), k=1)
    blocked = future if mask is None else np.logical_or(mask, future)
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, blocked)


@mistake("You block the future although no mask is given. Without a mask, every token sees all tokens.")
def causal_by_default(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    future = np.triu(np.ones((x.shape[1], x.shape[1]), bool), k=1)
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, future if mask is None else mask)


@mistake("You zero the weights after the softmax, so the others no longer sum to 1. Block the scores before it.")
def masked_after_the_softmax(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        return _softmax(scores) if mask is None else np.where(mask, 0.0, _softmax(scores))

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("You take the maximum before you block, so every allowed score underflows to 0 if a blocked one is by far the "
         "largest. Block first, then subtract the maximum.")
def shifted_before_blocking(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
        exps = exps if mask is None else np.where(mask, 0.0, exps)
        return exps / exps.sum(axis=-1, keepdims=True)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("You set blocked scores to 0, but exp(0) is 1, so such a token keeps weight. Set them to -inf.")
def blocked_scores_of_zero(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        return _softmax(scores if mask is None else np.where(mask, 0.0, scores))

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("Your blocked scores are not low enough: scores reach ±1e4, so a blocked one can still win. Set blocked "
         "scores to -inf.")
def penalty_too_small(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        return _softmax(scores if mask is None else scores + mask * -1e4)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("You index the scores with the mask, which works for booleans alone. Choose with np.where(mask, -np.inf, "
         "scores).")
def indexed_by_the_mask(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        if mask is not None:
            scores[:, :, mask] = -np.inf
        return _softmax(scores)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("You compute one attention over all D columns. Each head has its own scores and its own softmax.")
def one_head_only(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    x.reshape(*x.shape[:2], n_heads, x.shape[2] // n_heads)
    return _multi_head(x, W_q, W_k, W_v, W_o, 1, mask)


@mistake("You leave out the output projection. Multiply the joined heads by W_o.")
def not_projected(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q, W_k, W_v, np.eye(x.shape[-1]), n_heads, mask)


@mistake("You multiply by the transposed weights. Use them as x @ W.")
def weights_transposed(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return _multi_head(x, W_q.T, W_k.T, W_v.T, W_o.T, n_heads, mask)


@mistake("You mix up {pair}: each is used in the other's place.", constants={"pair": ("W_k and W_v", "W_q and W_k")})
def weights_swapped(x, W_q, W_k, W_v, W_o, n_heads, mask=None, *, pair):
    weights = (W_k, W_q, W_v) if pair == "W_q and W_k" else (W_q, W_v, W_k)
    return _multi_head(x, *weights, W_o, n_heads, mask)


@mistake("exp overflows on large scores. Subtract each row's maximum before exponentiating.")
def not_shifted(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        exps = np.exp(_masked(scores, mask))
        return exps / exps.sum(axis=-1, keepdims=True)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("exp overflows on large scores, and a blocked one then gives inf * 0, which is NaN. Block the scores first "
         "and subtract each row's maximum before exponentiating.")
def not_shifted_and_masked_by_a_product(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        exps = np.exp(scores)
        exps = exps if mask is None else exps * (1.0 - mask)
        return exps / exps.sum(axis=-1, keepdims=True)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("You subtract one maximum for all tokens, so a token whose scores are far below it underflows to 0/0. Take "
         "the maximum over the last axis, with keepdims=True.")
def global_maximum(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    def weigh(scores, mask):
        exps = np.exp(_masked(scores, mask) - _masked(scores, mask).max())
        return exps / exps.sum(axis=-1, keepdims=True)

    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask, weigh=weigh)


@mistake("The einsum 'bhaq,bhkd->bhqad' sums over the keys alone and keeps both feature axes, so these are not "
         "scores. Queries against keys is 'bhqd,bhkd->bhqk'.", when=uses("np.einsum"))
def einsum_of_the_original_sheet(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    Q, K, V = (_split(x @ W, n_heads) for W in (W_q, W_k, W_v))
    scores = np.einsum("bhaq,bhkd->bhqad", Q, K) / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = scores + mask * -1e9
    return _join(_softmax(scores) @ V) @ W_o


@mistake("You squeeze the result, which drops every axis of length 1. Return (B, T, D), also for one sequence or one "
         "token.", when=uses("np.squeeze"))
def squeezed(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    return np.squeeze(_multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask))


@mistake("Where n_heads does not divide D, you drop the remaining columns. Raise ValueError instead.")
def leftover_columns_dropped(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    d_k = x.shape[-1] // n_heads
    joined = np.zeros(x.shape)
    for h in range(n_heads if d_k else 0):
        part = slice(h * d_k, (h + 1) * d_k)
        joined[..., part] = _multi_head(x, W_q[:, part], W_k[:, part], W_v[:, part], np.eye(d_k), 1, mask)
    return joined @ W_o


def _asserts(source, failure):
    """Whether there is an assert in the code."""
    return any(isinstance(node, ast.Assert) for node in ast.walk(source.tree))


@mistake("Your assert raises AssertionError, and it is skipped under python -O. Raise ValueError instead.",
         kind="crashed", when=both(says("AssertionError"), _asserts))
def asserted(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    assert x.shape[-1] % n_heads == 0
    return _multi_head(x, W_q, W_k, W_v, W_o, n_heads, mask)


@alternative
def head_by_head(x, W_q, W_k, W_v, W_o, n_heads, mask=None):
    if x.shape[-1] % n_heads:
        raise ValueError("n_heads must divide D")
    outputs = []
    for sample in x:
        heads = [
            _softmax(_masked((sample @ q) @ (sample @ k).T / np.sqrt(q.shape[1]), mask)) @ (sample @ v)
            for q, k, v in zip(*(np.split(W, n_heads, axis=1) for W in (W_q, W_k, W_v)))
        ]
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
