"""Attention: scale, axes and leading axes, masks of every kind, and stable for scores of ten thousand."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


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
    yield Case("a batch", *qkv(3, 5, 4, 2, 2))
    yield Case("a batch with heads", *qkv(4, 5, 2, 3, 2, 3))

    causal = np.triu(np.ones((4, 4)), k=1)
    yield Case("a boolean mask", *qkv(2, 3, 4, 2), some(2, 3))
    yield Case("a causal mask of integers", *qkv(4, 4, 2, 3), mask=causal.astype(np.int64))
    yield Case("a causal mask of floats", *qkv(4, 4, 2, 3), mask=causal)
    yield Case("one boolean mask for a batch", *qkv(4, 4, 3, 3, 2), mask=causal > 0)
    yield Case("one mask for all queries", *qkv(2, 4, 3, 2), mask=some(4))
    yield Case("one mask for all queries, as many as keys", *qkv(3, 3, 4, 2), mask=np.array([True, False, False]))
    yield Case("one mask for each batch entry", *qkv(2, 5, 4, 2, 3), mask=some(3, 1, 5))
    yield Case("an integer mask over heads", *qkv(2, 4, 4, 2, 2, 3), mask=some(2, 1, 1, 4).astype(np.int64))
    # Masks align at the last axis, also where other axes have the same size: first heads, then batch entries.
    heads = np.array([[[True, False, False], [False, False, True]], [[False, True, True], [False, False, False]]])
    yield Case("one mask for each head", *qkv(2, 3, 4, 2, 2, 2), mask=heads)
    entries = np.array([True, False, False, False, False, True]).reshape(2, 1, 1, 3)
    yield Case("one mask for each batch entry, with heads", *qkv(2, 3, 4, 1, 2, 2), mask=entries)
    yield Case("a mask that blocks nothing", *qkv(2, 3, 3, 2), mask=np.zeros((2, 3), bool))
    alone = np.array([[True, True, False], [False, True, True]])
    yield Case("all but one key blocked", *qkv(2, 3, 3, 2), mask=alone)

    # Whole numbers, so that float32 and any order of the operations give the same scores.
    Q, V = np.array([[200.0, 0.0, 0.0, 0.0], [-200.0, 1.0, 0.0, 0.0]]), rng.normal(size=(3, 2))
    K = np.array([[100.0, 0.0, 0.0, 0.0], [100.0, 2.0, 0.0, 0.0], [-100.0, 0.0, 0.0, 0.0]])
    yield Case("scores of ten thousand", Q, K, V)
    yield Case("the blocked key's score is by far the largest", Q, K, V,
               mask=np.array([[True, True, False], [False, False, True]]))
    K = np.array([[100.0, 4.0, 0.0, 0.0], [100.0, 2.0, 0.0, 0.0], [100.0, 0.0, 0.0, 0.0]])
    yield Case("one query's scores lie far below the other's", Q, K, V)
    yield Case("three hundred queries and keys", *qkv(280, 300, 2, 3))
    yield Case("one mask for a batch with heads", *qkv(2, 3, 4, 2, 2, 2), mask=alone)
    yield Case("one query with a mask", *qkv(1, 3, 4, 2), mask=np.array([[False, True, False]]))
    yield Case("three axes before the queries", *qkv(2, 3, 4, 2, 2, 1, 3))


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _scores(Q, K):
    return Q @ np.swapaxes(K, -1, -2) / np.sqrt(Q.shape[-1])


def _masked(Q, K, mask):
    scores = _scores(Q, K)
    return scores if mask is None else np.where(mask, -np.inf, scores)


@mistake("K.transpose(-2, -1) swaps two axes in PyTorch; in NumPy it names a permutation of all axes, so "
         "it leaves a matrix as it is and fails for a batch. Use np.swapaxes(K, -1, -2).")
def transposed_as_in_another_library(Q, K, V, mask=None):
    scores = Q @ K.transpose(-2, -1) / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = scores + mask * -1e9
    return _softmax(scores) @ V


@mistake("K.T reverses every axis, batch and heads too. Swap only the last two: np.swapaxes(K, -1, -2).")
def every_axis_reversed(Q, K, V, mask=None):
    scores = Q @ K.T / np.sqrt(Q.shape[-1])
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    return _softmax(scores) @ V


@mistake("You left out the division by √d_k. A dot product's variance grows with d_k, and unscaled scores "
         "saturate the softmax: divide them by the root of Q.shape[-1].")
def not_scaled(Q, K, V, mask=None):
    return _softmax(_masked(Q * np.sqrt(Q.shape[-1]), K, mask)) @ V


@mistake("You divided the scores by d_k; the task divides by its square root.")
def scaled_without_root(Q, K, V, mask=None):
    return _softmax(_masked(Q / np.sqrt(Q.shape[-1]), K, mask)) @ V


@mistake("You scale by the root of the number of queries or keys. d_k is the length of one key: "
         "Q.shape[-1].")
def scaled_by_the_sequence_length(Q, K, V, mask=None):
    return _softmax(_masked(Q * np.sqrt(Q.shape[-1] / K.shape[-2]), K, mask)) @ V


@mistake("Your softmax runs over the queries. Each query's weights over the keys must sum to 1: use the "
         "last axis of the scores.")
def softmax_over_queries(Q, K, V, mask=None):
    scores = _scores(Q, K)
    if mask is not None:
        scores = scores + mask * -1e9
    return _softmax(scores, axis=-2) @ V


@mistake("You take the maximum before you block. A blocked score may be the largest by far, and then every "
         "allowed one underflows to 0: mask first, then shift.")
def shifted_before_blocking(Q, K, V, mask=None):
    scores = _scores(Q, K)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    if mask is not None:
        exps = np.where(mask, 0.0, exps)
    return exps / exps.sum(axis=-1, keepdims=True) @ V


@mistake("You take the maximum before you block. A blocked score may be the largest by far, then every allowed "
         "one underflows, and a guard against 0/0 only turns the result into 0: mask first, then shift.")
def shifted_before_blocking_and_guarded(Q, K, V, mask=None):
    scores = _scores(Q, K)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    if mask is not None:
        exps = np.where(mask, 0.0, exps)
    return exps / np.maximum(exps.sum(axis=-1, keepdims=True), 1e-300) @ V


@mistake("You read a mask of one axis as one entry for each query. Masks broadcast to (..., Tq, Tk), so it has "
         "one for each key.")
def vector_blocks_queries(Q, K, V, mask=None):
    if mask is not None and mask.ndim == 1 and len(mask) == Q.shape[-2]:
        mask = mask[:, None] & ~mask  # blocked queries see their own key at least
    return _softmax(_masked(Q, K, mask)) @ V


@mistake("You give a mask of three axes a new one for the heads. Masks broadcast as they are, aligned at the "
         "last axis: the first of three meets the heads.")
def head_axis_inserted(Q, K, V, mask=None):
    if mask is not None and mask.ndim == 3 and Q.ndim == 4:
        mask = mask[:, None]
    return _softmax(_masked(Q, K, mask)) @ V


@mistake("exp overflows on large scores. Subtract each query's largest score before exponentiating.")
def not_shifted(Q, K, V, mask=None):
    exps = np.exp(_masked(Q, K, mask))
    return exps / exps.sum(axis=-1, keepdims=True) @ V


@mistake("You subtract one maximum for the whole array; a query whose scores lie far below it underflows "
         "to 0/0. The maximum belongs to each query: axis=-1, keepdims=True.")
def global_maximum(Q, K, V, mask=None):
    scores = _masked(Q, K, mask)
    exps = np.exp(scores - scores.max())
    return exps / exps.sum(axis=-1, keepdims=True) @ V


@mistake("You read the mask the other way round: here True (or 1) marks what is blocked, not what is "
         "allowed.")
def mask_of_the_allowed(Q, K, V, mask=None):
    return _softmax(_masked(Q, K, None if mask is None else np.where(mask, 0.0, 1e9) > 0)) @ V


@mistake("You ignore the mask.")
def mask_ignored(Q, K, V, mask=None):
    return _softmax(_scores(Q, K)) @ V


@mistake("You zero the weights after the softmax, so what is left no longer sums to 1. Block the scores "
         "before it.")
def masked_after_the_softmax(Q, K, V, mask=None):
    weights = _softmax(_scores(Q, K))
    return (weights if mask is None else np.where(mask, 0.0, weights)) @ V


@mistake("You set blocked scores to 0, but exp(0) is 1: such a key keeps weight. Its score must be −∞, or "
         "as good as.")
def blocked_scores_of_zero(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else np.where(mask, 0.0, scores)) @ V


@mistake("The number you subtract from blocked scores is too small: scores themselves reach ±1e4 here, and "
         "a blocked one still wins. Set them to -inf, or to something far below every score.")
def penalty_too_small(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else scores + mask * -1e4) @ V


@mistake("You write into the mask. It belongs to the caller, and a boolean or integer array cannot hold "
         "the result in place: build a new array, as in np.where(mask, -np.inf, scores).")
def mask_changed_in_place(Q, K, V, mask=None):
    scores = _scores(Q, K)
    if mask is not None:
        mask *= -1e9
        scores += mask
    return _softmax(scores) @ V


@mistake("0 * inf is NaN, so mask * -np.inf spoils every score that is not blocked. Choose with "
         "np.where(mask, -np.inf, scores).")
def mask_times_infinity(Q, K, V, mask=None):
    scores = _scores(Q, K)
    return _softmax(scores if mask is None else scores + mask * -np.inf) @ V


@mistake("scores[mask] needs a boolean mask of exactly the scores' shape: one of zeros and ones picks rows "
         "0 and 1, and one that should broadcast does not fit. np.where(mask, -np.inf, scores) takes them "
         "all.")
def indexed_by_the_mask(Q, K, V, mask=None):
    scores = _scores(Q, K)
    if mask is not None:
        scores[mask] = -1e9
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
