"""Grouped-query attention: which head shares which keys, unequal lengths, and a stable softmax over the keys."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake

QUIET = ("large scores",)


def cases(rng):
    def qkv(B, Hq, Hkv, T, S, d):
        return [rng.normal(size=size) for size in ((B, Hq, T, d), (B, Hkv, S, d), (B, Hkv, S, d))]

    yield Case("two groups of two", *qkv(1, 4, 2, 2, 3, 2))
    yield Case("two groups of three", *qkv(1, 6, 2, 1, 2, 3))
    yield Case("three groups of two, a batch", *qkv(2, 6, 3, 3, 5, 4))
    yield Case("all lengths different", *qkv(3, 8, 2, 5, 7, 6))
    yield Case("more queries than keys", *qkv(2, 4, 2, 4, 2, 3))
    yield Case("as many groups as sequences", *qkv(3, 6, 3, 2, 4, 4))
    yield Case("three hundred keys", *qkv(1, 4, 2, 2, 300, 2)).once()
    yield Case("as many queries as keys", *qkv(2, 4, 2, 3, 3, 2)).edge("equal lengths")
    yield Case("all sizes two, four heads", *qkv(2, 4, 2, 2, 2, 2)).edge("equal lengths")
    yield Case("as many heads of keys as of queries", *qkv(1, 3, 3, 2, 4, 2)).edge("group sizes")
    yield Case("two query heads share one", *qkv(1, 2, 1, 1, 3, 2)).edge("group sizes")
    yield Case("all six query heads share one", *qkv(2, 6, 1, 3, 4, 2)).edge("group sizes")
    yield Case("one head", *qkv(1, 1, 1, 2, 3, 2)).edge("group sizes")
    yield Case("one of each", *qkv(1, 1, 1, 1, 1, 1)).edge("one token")
    yield Case("one key", *qkv(2, 4, 1, 3, 1, 2)).edge("one token")
    yield Case("one query", *qkv(2, 4, 2, 1, 3, 3)).edge("one token")
    Q = np.array([[200.0, 0, 0, 0], [-200.0, 0, 0, 0], [0, 2.0, 0, 0], [1.0, -200.0, 0, 0]]).reshape(1, 4, 1, 4)
    K = np.array([[[100.0, 0], [100.0, 2.0]], [[-100.0, 4.0], [0, 70.0]]]) @ np.eye(2, 4)
    yield Case("scores of ten thousand", Q, K[None], rng.normal(size=(1, 2, 2, 4))).edge("large scores")
    Q, K = np.array([[200.0, 0, 0, 0], [-200.0, 1.0, 0, 0]]), np.array([[100.0, 2.0, 0, 0], [100.0, 0, 0, 0]])
    V = rng.normal(size=(1, 1, 2, 4))
    yield Case("one query's scores are far below the other's", Q[None, None], K[None, None], V).edge("large scores")


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _attend(Q, K, V, length=None, softmax=_softmax):
    return softmax(Q @ K.swapaxes(2, 3) / np.sqrt(length or Q.shape[3])) @ V


def _shared(Q, K, V):
    g = Q.shape[1] // K.shape[1]
    return Q, np.repeat(K, g, axis=1), np.repeat(V, g, axis=1)


@mistake("You assign the key heads in turn (h % Hkv). Neighboring query heads form a group, so head h uses h // g: "
         "np.repeat gives this order, and np.tile does not.")
def dealt_in_turn(Q, K, V):
    g = Q.shape[1] // K.shape[1]
    return _attend(Q, np.tile(K, (1, g, 1, 1)), np.tile(V, (1, g, 1, 1)))


@mistake("You group the keys right but assign the values in turn. Both belong to head h // g.")
def values_dealt_in_turn(Q, K, V):
    return _attend(Q, _shared(Q, K, V)[1], np.tile(V, (1, Q.shape[1] // K.shape[1], 1, 1)))


@mistake("You assign the query heads to the groups in turn. Neighboring query heads form a group, so head h uses h // "
         "g.")
def dealt_in_turn_and_grouped(Q, K, V):
    n = K.shape[1]
    return np.concatenate([_attend(Q[:, i::n], K[:, i : i + 1], V[:, i : i + 1]) for i in range(n)], axis=1)


@mistake("You use h // Hkv. The group of query head h is h // g, where g = Hq / Hkv is the size of a group.")
def divided_by_the_number_of_groups(Q, K, V):
    heads = np.arange(Q.shape[1]) // K.shape[1]
    return _attend(Q, K[:, heads], V[:, heads])


@mistake("You divide h by Hkv. The group of query head h is h // g, where g = Hq / Hkv is the size of a group.")
def divided_by_the_number_of_groups_and_wrapped(Q, K, V):
    heads = np.arange(Q.shape[1]) // K.shape[1] % K.shape[1]
    return _attend(Q, K[:, heads], V[:, heads])


@mistake("Every query head reads the first head of keys and values. Head h reads h // g.")
def first_head_for_all(Q, K, V):
    return _attend(Q, K[:, :1], V[:, :1])


@mistake("You average over the heads of keys and values. Each group reads its own head.")
def heads_averaged(Q, K, V):
    return _attend(Q, K.mean(axis=1, keepdims=True), V.mean(axis=1, keepdims=True))


@mistake("You average the query heads of each group. Each of the Hq query heads has its own result.")
def groups_pooled(Q, K, V):
    B, Hq, T, d = Q.shape
    return _attend(Q.reshape(B, K.shape[1], -1, T, d).mean(axis=2), K, V)


@mistake("Your heads are in the wrong order. Reshape (Hkv, g) to Hq without swapping the two.")
def joined_in_the_wrong_order(Q, K, V):
    B, Hq, T, d = Q.shape
    out = _attend(*_shared(Q, K, V)).reshape(B, K.shape[1], -1, T, d)
    return out.swapaxes(1, 2).reshape(B, Hq, T, d)


@mistake("You reshape the keys with the number of queries. K and V have their own length S, so read it from K.shape.")
def one_length_for_both(Q, K, V):
    B, _, T, d = Q.shape
    K, V = K.reshape(B, K.shape[1], T, d), V.reshape(B, K.shape[1], T, d)
    return _attend(*_shared(Q, K, V))


@mistake("You leave out the division of the scores by √d.")
def not_scaled(Q, K, V):
    return _attend(*_shared(Q, K, V), length=1)


@mistake("You divide the scores by {divisor}. Divide them by √d, the root of one head's width.",
         constants={"divisor": ("d", "√(Hq · d)", "√(g · d)", "√(Hkv · d)")})
def scaled_by_another_number(Q, K, V, *, divisor):
    _, Hq, _, d = Q.shape
    lengths = {"d": d**2, "√(Hq · d)": Hq * d, "√(g · d)": Hq // K.shape[1] * d, "√(Hkv · d)": K.shape[1] * d}
    return _attend(*_shared(Q, K, V), length=lengths[divisor])


@mistake("Your softmax runs over the queries. Each query's weights over the keys must sum to 1: use the last axis of "
         "the scores.")
def softmax_over_queries(Q, K, V):
    return _attend(*_shared(Q, K, V), softmax=lambda scores: _softmax(scores, axis=-2))


@mistake("You subtract the maximum over the queries. Only a query's own maximum cancels, so take it over the keys, the "
         "last axis.")
def maximum_over_queries(Q, K, V):
    def softmax(scores):
        exps = np.exp(scores - scores.max(axis=-2, keepdims=True))
        return exps / exps.sum(axis=-1, keepdims=True)

    return _attend(*_shared(Q, K, V), softmax=softmax)


@mistake("You subtract the maximum over the queries of a group. Only a query's own maximum cancels, so take it over "
         "the keys, the last axis.")
def maximum_over_the_queries_of_a_group(Q, K, V):
    B, Hq, T, d = Q.shape
    scores = Q.reshape(B, K.shape[1], -1, d) @ K.swapaxes(2, 3) / np.sqrt(d)
    exps = np.exp(scores - scores.max(axis=-2, keepdims=True))
    return (exps @ V / exps.sum(axis=-1, keepdims=True)).reshape(B, Hq, T, d)


@mistake("You block the future. This task has no mask, so every query sees every key.")
def causal(Q, K, V):
    def softmax(scores):
        return _softmax(np.where(np.triu(np.ones(scores.shape[2:], bool), k=1), -np.inf, scores))

    return _attend(*_shared(Q, K, V), softmax=softmax)


@mistake("You block the future where there are as many queries as keys. This task has no mask, so every query sees "
         "every key.")
def causal_for_equal_lengths(Q, K, V):
    return causal(Q, K, V) if Q.shape[2] == K.shape[2] else _attend(*_shared(Q, K, V))


@mistake("exp overflows on large scores. Subtract each query's largest score first.")
def not_shifted(Q, K, V):
    return _attend(*_shared(Q, K, V), softmax=lambda scores: np.exp(scores) / np.exp(scores).sum(-1, keepdims=True))


@mistake("You subtract one maximum for all queries, so a query whose scores are far below it underflows to 0/0. Take "
         "the maximum over the last axis, with keepdims=True.")
def global_maximum(Q, K, V):
    def softmax(scores):
        exps = np.exp(scores - scores.max())
        return exps / exps.sum(axis=-1, keepdims=True)

    return _attend(*_shared(Q, K, V), softmax=softmax)


@alternative
def by_repeating(Q, K, V):
    return _attend(*_shared(Q, K, V))


@alternative
def head_by_head(Q, K, V):
    g = Q.shape[1] // K.shape[1]
    out = np.zeros(Q.shape)
    for b in range(Q.shape[0]):
        for h in range(Q.shape[1]):
            out[b, h] = _softmax(Q[b, h] @ K[b, h // g].T * Q.shape[-1] ** -0.5) @ V[b, h // g]
    return out


@alternative
def by_einsum(Q, K, V):
    B, Hq, T, d = Q.shape
    grouped = np.reshape(Q, (B, K.shape[1], -1, T, d)) / np.sqrt(d)
    scores = np.einsum("bhgtd,bhsd->bhgts", grouped, K)
    weights = np.exp(scores - np.logaddexp.reduce(scores, axis=-1, keepdims=True))
    return np.einsum("bhgts,bhsd->bhgtd", weights, V).reshape(Q.shape)


@alternative
def in_nested_lists(Q, K, V):
    g = Q.shape[1] // K.shape[1]
    return [
        [_softmax(q @ K[b, h // g].T / np.sqrt(Q.shape[3])) @ V[b, h // g] for h, q in enumerate(sample)]
        for b, sample in enumerate(Q)
    ]
