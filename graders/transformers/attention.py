"""Attention: scale, axes and leading axes, masks of every kind, and stable for scores of ten thousand."""

import ast
import re

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, uses

QUIET = ("large scores",)


def cases(rng):
    def qkv(t_q, t_k, d_k, d_v, *lead):
        return [rng.normal(size=(*lead, *shape)) for shape in ((t_q, d_k), (t_k, d_k), (t_k, d_v))]

    def some(*shape):
        """A boolean mask that leaves every query at least one key."""
        blocked = rng.random(shape) < 0.5
        blocked[..., int(rng.integers(shape[-1]))] = False
        return blocked

    yield Case("one query, one key", np.array([[2.0]]), np.array([[3.0]]), np.array([[5.0, -1.0]]))
    Q, V = np.array([[2.0, 0.0, 0.0, 0.0]]), np.array([[0.0, 8.0], [4.0, 0.0]])
    K = np.array([[0.0, 1.0, 0.0, 0.0], [np.log(3.0), 0.0, 0.0, 0.0]])
    yield Case("scores 0 and log 3", Q, K, V)
    yield Case("two queries, three keys", *qkv(2, 3, 4, 5))
    yield Case("all sizes equal", *qkv(3, 3, 3, 3))
    yield Case("one wide query", *qkv(1, 5, 8, 1))
    yield Case("three hundred queries", *qkv(300, 3, 2, 3)).once()
    yield Case("three hundred keys", *qkv(2, 300, 2, 3)).once()
    causal = np.triu(np.ones((4, 4)), k=1)
    alone = np.array([[True, True, False], [False, True, True]])
    yield Case("a mask", *qkv(2, 3, 4, 2), some(2, 3))
    yield Case("a causal mask", *qkv(4, 4, 2, 3), mask=causal > 0)
    yield Case("one query with a mask", *qkv(1, 3, 4, 2), mask=np.array([[False, True, False]]))
    yield Case("a mask that blocks nothing", *qkv(2, 3, 3, 2), mask=np.zeros((2, 3), bool))
    yield Case("all but one key blocked", *qkv(2, 3, 3, 2), mask=alone)

    yield Case("a batch", *qkv(3, 5, 4, 2, 2)).edge("leading axes")
    yield Case("a batch with heads", *qkv(4, 5, 2, 3, 2, 3)).edge("leading axes")
    yield Case("three axes before the queries", *qkv(2, 3, 4, 2, 2, 1, 3)).edge("leading axes")
    yield Case("a mask for a batch", *qkv(3, 5, 4, 2, 2), mask=some(2, 3, 5)).edge("leading axes")

    yield Case("a causal mask of integers", *qkv(4, 4, 2, 3), mask=causal.astype(np.int64)).edge("masks of numbers")
    yield Case("a causal mask of floats", *qkv(4, 4, 2, 3), mask=causal).edge("masks of numbers")

    # Masks align at the last axis, also where other axes have the same size: first heads, then batch entries.
    broadcast = "broadcast masks"
    yield Case("one mask for all queries", *qkv(2, 4, 3, 2), mask=some(4)).edge(broadcast)
    vector = np.array([True, False, False])
    yield Case("one mask for all queries, as many as keys", *qkv(3, 3, 4, 2), mask=vector).edge(broadcast)
    yield Case("one mask for all queries of one row", *qkv(2, 3, 4, 2), mask=vector[None]).edge(broadcast)
    yield Case("one mask for a batch", *qkv(4, 4, 3, 3, 2), mask=causal > 0).edge(broadcast)
    yield Case("one mask for each batch entry", *qkv(2, 5, 4, 2, 3), mask=some(3, 1, 5)).edge(broadcast)
    yield Case("an integer mask over heads", *qkv(2, 4, 4, 2, 2, 3), mask=some(2, 1, 1, 4).astype(np.int64)).edge(
        broadcast
    )
    heads = np.array([[[True, False, False], [False, False, True]], [[False, True, True], [False, False, False]]])
    yield Case("one mask for each head", *qkv(2, 3, 4, 2, 2, 2), mask=heads).edge(broadcast)
    entries = np.array([True, False, False, False, False, True]).reshape(2, 1, 1, 3)
    yield Case("one mask for each batch entry, with heads", *qkv(2, 3, 4, 1, 2, 2), mask=entries).edge(broadcast)
    yield Case("one mask for a batch with heads", *qkv(2, 3, 4, 2, 2, 2), mask=alone).edge(broadcast)

    # Whole numbers, so that float32 and any order of the operations give the same scores.
    Q, V = np.array([[200.0, 0.0, 0.0, 0.0], [-200.0, 1.0, 0.0, 0.0]]), rng.normal(size=(3, 2))
    K = np.array([[100.0, 0.0, 0.0, 0.0], [100.0, 2.0, 0.0, 0.0], [-100.0, 0.0, 0.0, 0.0]])
    yield Case("scores of ten thousand", Q, K, V).edge("large scores")
    largest = np.array([[True, True, False], [False, False, True]])
    yield Case("the blocked key's score is by far the largest", Q, K, V, mask=largest).edge("large scores")
    yield Case("large scores in a batch", Q[None, ::-1], K[None], V[None], mask=largest[::-1]).edge("large scores")
    K = np.array([[100.0, 4.0, 0.0, 0.0], [100.0, 2.0, 0.0, 0.0], [100.0, 0.0, 0.0, 0.0]])
    yield Case("one query's scores are far below the other's", Q, K, V).edge("large scores")

    huge = np.array([[1e5]]), np.array([[0.0], [1e5]]), np.array([[1.0], [9.0]])
    yield Case("a blocked score of 1e10", *huge, mask=np.array([[False, True]])).beyond(
        "The second key is blocked and its score is 1e10, so the result is the first value, 1. You return {got}. "
        "A score of -inf blocks at any scale."
    )


def _inverts(source, failure):
    """Whether ~ occurs in the code."""
    return any(isinstance(node, ast.Invert) for node in ast.walk(source.tree))


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _scores(Q, K):
    return Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])


def _masked(Q, K, mask):
    scores = _scores(Q, K)
    return scores if mask is None else np.where(mask, -np.inf, scores)


@mistake("K.transpose(-2, -1) swaps two axes in PyTorch, but in NumPy it gives an order for all axes, so it leaves a "
         "matrix unchanged and fails for a batch. Use np.swapaxes(K, -1, -2).", when=uses("K.transpose"))
def transposed_as_in_another_library(Q, K, V, mask=None):
    scores = Q @ K.transpose(-2, -1) / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = scores + mask * -1e9
    return _softmax(scores) @ V


@mistake("You transpose K with .T, which reverses all axes, also those of batch and heads. Swap only the last two: "
         "np.swapaxes(K, -1, -2).", when=uses("K.T"))
def every_axis_reversed(Q, K, V, mask=None):
    scores = Q @ K.T / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    return _softmax(scores) @ V


@mistake("You leave out the division by √d_k. Divide the scores by the root of Q.shape[-1], because the variance of a "
         "dot product grows with d_k.")
def not_scaled(Q, K, V, mask=None):
    return _softmax(_masked(Q * np.sqrt(Q.shape[-1]), K, mask)) @ V


@mistake("You divide the scores by d_k. Divide them by its square root.")
def scaled_without_root(Q, K, V, mask=None):
    return _softmax(_masked(Q / np.sqrt(Q.shape[-1]), K, mask)) @ V


@mistake("You scale the scores by the root of the wrong length, that of {what}. d_k is the length of one key: "
         "Q.shape[-1].", constants={"what": ("the number of keys", "the number of queries", "a value")})
def scaled_by_another_length(Q, K, V, mask=None, *, what):
    length = {"the number of keys": K.shape[-2], "the number of queries": Q.shape[-2], "a value": V.shape[-1]}[what]
    return _softmax(_masked(Q * np.sqrt(Q.shape[-1] / length), K, mask)) @ V


@mistake("Your softmax runs over the queries. Each query's weights over the keys must sum to 1: use the last axis of "
         "the scores.")
def softmax_over_queries(Q, K, V, mask=None):
    scores = _scores(Q, K)
    if mask is not None:
        scores = scores + mask * -1e9
    return _softmax(scores, axis=-2) @ V


@mistake("You divide by sums over the queries. Each query's weights over the keys must sum to 1: sum over the last "
         "axis of the scores.")
def normalized_over_queries(Q, K, V, mask=None):
    scores = _masked(Q, K, mask)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=-2, keepdims=True) @ V


@mistake("Your weights sum to 1 along axis 1, which is the keys' axis only where there are no leading axes. Use the "
         "last axis of the scores.")
def softmax_along_axis_1(Q, K, V, mask=None):
    scores = _masked(Q, K, mask)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exps / exps.sum(axis=1, keepdims=True) @ V


@mistake("You divide by the sum of all weights. Each query's own weights must sum to 1: sum over the last axis, with "
         "keepdims=True.")
def normalized_as_a_whole(Q, K, V, mask=None):
    exps = np.exp(_masked(Q, K, mask))
    return exps / exps.sum() @ V


@mistake("Your weights do not sum to 1. Divide the exponentials by their sum over the keys.")
def not_normalized(Q, K, V, mask=None):
    scores = _masked(Q, K, mask)
    return np.exp(scores - scores.max(axis=-1, keepdims=True)) @ V


@mistake("You use the scores as weights, without a softmax. Apply a softmax over the keys first.")
def no_softmax(Q, K, V, mask=None):
    return _scores(Q, K) @ V


@mistake("You take the maximum before you block, so every allowed score underflows to 0 if a blocked one is by far the "
         "largest. Block first, then subtract the maximum.")
def shifted_before_blocking(Q, K, V, mask=None):
    scores = _scores(Q, K)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    if mask is not None:
        exps = np.where(mask, 0.0, exps)
    return exps / exps.sum(axis=-1, keepdims=True) @ V


@mistake("You take the maximum before you block, so every allowed score underflows if a blocked one is by far the "
         "largest, and a guard against 0/0 only turns the result into 0. Block first, then subtract the maximum.")
def shifted_before_blocking_and_guarded(Q, K, V, mask=None):
    scores = _scores(Q, K)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    if mask is not None:
        exps = np.where(mask, 0.0, exps)
    return exps / np.maximum(exps.sum(axis=-1, keepdims=True), 1e-300) @ V


@mistake("You use a mask of one axis as one entry per query. Masks broadcast to (..., Tq, Tk), so it has one entry per "
         "key.")
def vector_blocks_queries(Q, K, V, mask=None):
    if mask is not None and mask.ndim == 1 and len(mask) == Q.shape[-2]:
        mask = mask[:, None] & ~mask  # blocked queries see their own key at least
    return _softmax(_masked(Q, K, mask)) @ V


@mistake("You give a mask of three axes a new one for the heads. Masks align at the last axis, so the first of three "
         "belongs to the heads.")
def head_axis_inserted(Q, K, V, mask=None):
    if mask is not None and mask.ndim == 3 and Q.ndim == 4:
        mask = mask[:, None]
    return _softmax(_masked(Q, K, mask)) @ V


@mistake("exp overflows on large scores. Subtract each query's largest score before exponentiating.")
def not_shifted(Q, K, V, mask=None):
    exps = np.exp(_masked(Q, K, mask))
    return exps / exps.sum(axis=-1, keepdims=True) @ V


@mistake("You subtract one maximum for all queries, so a query whose scores are far below it underflows to 0/0. Take "
         "the maximum per query: axis=-1, keepdims=True.")
def global_maximum(Q, K, V, mask=None):
    scores = _masked(Q, K, mask)
    exps = np.exp(scores - scores.max())
    return exps / exps.sum(axis=-1, keepdims=True) @ V


@mistake("You clip the scores, so all that are beyond the bound count the same. Subtract each query's largest score "
         "instead, so that nothing overflows.", when=uses("np.clip"))
def scores_clipped(Q, K, V, mask=None):
    scores = np.clip(_scores(Q, K), -500.0, 500.0)
    return _softmax(scores if mask is None else np.where(mask, -np.inf, scores)) @ V


@mistake("You read the mask the wrong way. True (or 1) marks what is blocked, not what is allowed.")
def mask_of_the_allowed(Q, K, V, mask=None):
    return _softmax(_masked(Q, K, None if mask is None else np.where(mask, 0.0, 1e9) > 0)) @ V


@mistake("You read the mask the wrong way. True (or 1) marks what is blocked, not what is allowed.")
def mask_of_the_allowed_with_a_penalty(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else scores + (1 - mask.astype(float)) * -1e9) @ V


@mistake("You invert the mask with ~, which turns the integers 0 and 1 into -1 and -2, and both count as true. Convert "
         "the mask to bool first, or choose with np.where(mask, -np.inf, scores).", when=_inverts)
def inverted_bit_by_bit(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else np.where(~mask, scores, -np.inf)) @ V


@mistake("You invert the mask with ~, which turns the integers 0 and 1 into -1 and -2, and both count as true. Convert "
         "the mask to bool first, or choose with np.where(mask, -np.inf, scores).", when=_inverts)
def inverted_bit_by_bit_with_a_penalty(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else np.where(~np.asarray(mask, int), scores, -1e9)) @ V


@mistake("You ignore the mask.")
def mask_ignored(Q, K, V, mask=None):
    return _softmax(_scores(Q, K)) @ V


@mistake("You block the future in every call. Only `mask` says what is blocked, so without one every query sees all "
         "keys.")
def always_causal(Q, K, V, mask=None):
    future = np.triu(np.ones((Q.shape[-2], K.shape[-2]), bool), k=1)
    return _softmax(_masked(Q, K, future if mask is None else np.logical_or(mask, future))) @ V


@mistake("You zero the weights after the softmax, so the others no longer sum to 1. Block the scores before it.")
def masked_after_the_softmax(Q, K, V, mask=None):
    weights = _softmax(_scores(Q, K))
    return (weights if mask is None else np.where(mask, 0.0, weights)) @ V


@mistake("You set blocked scores to 0, but exp(0) is 1, so such a key keeps weight. Set them to -inf.")
def blocked_scores_of_zero(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else np.where(mask, 0.0, scores)) @ V


@mistake("You add the mask to the scores as it is, which raises a blocked score by 1. Set blocked scores to -inf.")
def mask_added(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else scores + mask) @ V


@mistake("Your blocked scores are not low enough: scores reach ±1e4, so a blocked one can still win. Set blocked "
         "scores to -inf.")
def penalty_too_small(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else scores + mask * -1e4) @ V


@mistake("You set blocked scores to -1e4, but an allowed score can be as low. Set them to -inf.")
def fill_too_large(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else np.where(mask, -1e4, scores)) @ V


@mistake("You write into the mask, which belongs to the caller, and a boolean or integer array cannot hold the result. "
         "Build a new array, as in np.where(mask, -np.inf, scores).")
def mask_changed_in_place(Q, K, V, mask=None):
    scores = _scores(Q, K)
    if mask is not None:
        mask *= -1e9
        scores += mask
    return _softmax(scores) @ V


def _multiplies_infinity(source, failure):
    """Whether the code multiplies by something that is called infinity or written so."""
    return any(
        isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and "inf" in ast.unparse(node).lower()
        for node in ast.walk(source.tree)
    )


def _has_plus_infinity(source, failure):
    """Whether infinity is somewhere without a minus, and not in a product."""
    text = ast.unparse(source.tree).replace("'", "")
    plus = re.search(r"(?<![-\w.])(?:(?:\w+\.)*inf\b|float\(\+?inf\))", text)
    return plus is not None and not _multiplies_infinity(source, failure)


@mistake("0 * inf is NaN, so adding mask * -inf spoils every score that is not blocked. Choose with "
         "np.where(mask, -np.inf, scores).", when=_multiplies_infinity)
def mask_times_infinity(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else scores + mask * -np.inf) @ V


@mistake("A blocked score is +inf, and inf − inf in the softmax is NaN. Block with -inf.", when=_has_plus_infinity)
def plus_infinity(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else np.where(mask, np.inf, scores)) @ V


@mistake("You index the scores with the mask, but an integer mask picks rows 0 and 1, and a mask that should broadcast "
         "does not fit. Choose with np.where(mask, -np.inf, scores).")
def indexed_by_the_mask(Q, K, V, mask=None):
    scores = _scores(Q, K)
    if mask is not None:
        scores[mask] = -np.inf
    return _softmax(scores) @ V


@mistake("You index the scores with the mask, so a mask that should broadcast does not fit. Choose with np.where(mask, "
         "-np.inf, scores).")
def indexed_by_a_full_mask(Q, K, V, mask=None):
    scores = _scores(Q, K)
    if mask is not None:
        scores[..., np.asarray(mask, dtype=bool)] = -np.inf
    return _softmax(scores) @ V


@mistake("You index the scores with the mask, so a mask that should broadcast does not fit. Choose with np.where(mask, "
         "-np.inf, scores).")
def indexed_by_a_boolean_mask(Q, K, V, mask=None):
    scores = _scores(Q, K)
    if mask is not None:
        scores[np.asarray(mask, dtype=bool)] = -np.inf
    return _softmax(scores) @ V


@mistake("You scale Q in place, which changes the caller's array. Scale the scores, or a copy.")
def queries_scaled_in_place(Q, K, V, mask=None):
    Q /= np.sqrt(Q.shape[-1])
    scores = Q @ np.swapaxes(K, -1, -2)
    return _softmax(scores if mask is None else np.where(mask, -np.inf, scores)) @ V


@alternative
def by_einsum_and_a_large_penalty(Q, K, V, mask=None):
    scores = np.einsum("...qd,...kd->...qk", Q, K) * Q.shape[-1] ** -0.5
    if mask is not None:
        scores += mask * -1e9
    scores -= scores.max(-1)[..., None]
    np.exp(scores, out=scores)
    scores /= scores.sum(-1)[..., None]
    return np.einsum("...qk,...kv->...qv", scores, V)


@alternative
def query_by_query_in_lists(Q, K, V, mask=None):
    if Q.ndim > 2:
        shape = (*Q.shape[:-1], K.shape[-2])
        masks = [None] * len(Q) if mask is None else np.broadcast_to(mask, shape)
        return [query_by_query_in_lists(*each) for each in zip(Q, K, V, masks)]
    if mask is not None:
        mask = np.broadcast_to(mask, (len(Q), len(K)))
    result = []
    for i, query in enumerate(Q):
        allowed = [j for j in range(len(K)) if mask is None or not mask[i, j]]
        scores = [float(query @ K[j]) / len(query) ** 0.5 for j in allowed]
        exps = [float(np.exp(score - max(scores))) for score in scores]
        result.append(sum(weight * V[j].astype(float) for weight, j in zip(exps, allowed)) / sum(exps))
    return result


@alternative
def through_logarithms(Q, K, V, mask=None):
    scores = np.matmul(Q / Q.shape[-1] ** 0.25, np.moveaxis(K / K.shape[-1] ** 0.25, -1, -2))
    if mask is not None:
        scores = np.where(np.asarray(mask).astype(bool), np.finfo(np.float32).min / 2, scores)
    return np.exp(scores - np.logaddexp.reduce(scores, axis=-1, keepdims=True)) @ V


EQUIVALENT = {"attention: if mask is not None -> if True": "np.where reads None as false everywhere"}
