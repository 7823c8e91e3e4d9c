"""Routing: the order of the chosen, ties, and a stable softmax over them alone."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one expert", np.array([[3.0]]), 1)
    yield Case("the better of two", np.array([[0.0, 2.0]]), 1)
    yield Case("both of two", np.array([[0.0, 2.0]]), 2)
    yield Case("two tokens", np.array([[0.0, 1.0, 2.0], [5.0, 4.0, 2.0]]), 2)
    yield Case("a tie", np.array([[1.0, 3.0, 3.0, 0.0]]), 2)
    yield Case("a tie at the border", np.array([[2.0, 1.0, 2.0, 2.0], [0.0, 1.0, 0.0, 0.0]]), 2)
    yield Case("all equal", np.full((2, 5), 1.0), 3)
    yield Case("many ties", rng.integers(0, 4, size=(2, 40)).astype(float), 12)
    yield Case("random, the best alone", rng.normal(size=(4, 3)), 1)
    yield Case("random", rng.normal(size=(5, 4)), 2)
    yield Case("random, more experts than tokens", rng.normal(size=(3, 8)), 3)
    yield Case("as many tokens as experts", rng.normal(size=(4, 4)), 2)
    yield Case("every expert chosen", rng.normal(size=(3, 5)), k=5)
    yield Case("scores of a thousand", np.array([[1000.0, 1002.0, 1001.0, -5.0]]), 3)
    yield Case("scores that underflow", np.array([[-1e4, 1e4, 0.0], [-1e4, -1e4 + 1, -1e4 + 2]]), 3)
    yield Case("the lowest score there is, chosen last", np.array([[1e4, -1e4, 0.0]]), 3)
    yield Case("scores of ten thousand million", np.array([[1e10, 0.0, -1.0]]), 2).plain()
    yield Case("three hundred tokens", rng.normal(size=(300, 4)), 2)
    yield Case("one token far below the other", np.array([[800.0, 803.0, 801.0], [-800.0, -801.0, -803.0]]), 2)
    yield Case("all below zero", np.array([[-3.0, -1.0, -2.0], [-7.0, -9.0, -7.0]]), 2)
    yield Case("three hundred experts", np.cos(np.arange(300.0) - 280.0)[None] + (np.arange(300) % 70 == 0), 4).plain()
    yield Case("scores that nearly tie", 0.5 + 1e-13 * np.array([[0.0, 2.0, 1.0, 5.0, 4.0]]), 3)


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _best(logits, k):
    return np.argsort(-logits, axis=1, kind="stable")[:, :k]


def _scores(logits, indices):
    return np.take_along_axis(logits, indices, axis=1)


@mistake("You take the softmax over all experts and keep k of its entries, so they sum to less than 1. The "
         "softmax runs over the chosen ones alone.")
def softmax_over_all(logits, k):
    indices = _best(logits, k)
    return indices, _scores(_softmax(logits), indices)


@mistake("Your experts are listed from the worst of the chosen to the best; the best comes first.")
def ascending(logits, k):
    indices = _best(logits, k)[:, ::-1]
    return indices, _softmax(_scores(logits, indices))


@mistake("You list the chosen experts by their index; the best comes first, whatever its index.")
def by_index(logits, k):
    indices = np.sort(_best(logits, k), axis=1)
    return indices, _softmax(_scores(logits, indices))


@mistake("Among equal scores you take the higher index first, as reversing an ascending argsort does. Sort the "
         "negated scores, and stably.")
def ties_to_the_higher(logits, k):
    indices = np.argsort(logits, axis=1, kind="stable")[:, ::-1][:, :k]
    return indices, _softmax(_scores(logits, indices))


@mistake("np.argpartition finds the k largest, but in no particular order, and ties at the border fall anyhow. Sort, "
         "and stably.")
def partitioned(logits, k):
    indices = np.argpartition(-logits, k - 1, axis=1)[:, :k]
    return indices, _softmax(_scores(logits, indices))


@mistake("You choose the k lowest scores.")
def lowest(logits, k):
    indices = np.argsort(logits, axis=1, kind="stable")[:, :k]
    return indices, _softmax(_scores(logits, indices))


@mistake("Your softmax runs down the tokens; each token's weights over its own k experts sum to 1.")
def softmax_over_tokens(logits, k):
    indices = _best(logits, k)
    return indices, _softmax(_scores(logits, indices), axis=0)


@mistake("You return the scores of the chosen experts; their softmax is asked for.")
def raw_scores(logits, k):
    indices = _best(logits, k)
    return indices, _scores(logits, indices)


@mistake("You divide the chosen scores by their sum, which may be zero or negative. Exponentiate first: a softmax.")
def divided_by_the_sum(logits, k):
    indices = _best(logits, k)
    chosen = _scores(logits, indices)
    return indices, chosen / chosen.sum(axis=1, keepdims=True)


@mistake("You weigh each expert by a sigmoid of its own score. A softmax over the chosen ones is asked for.")
def sigmoids(logits, k):
    indices = _best(logits, k)
    return indices, 0.5 * (1 + np.tanh(_scores(logits, indices) / 2))


@mistake("You weigh the chosen experts equally, by 1 / k; a softmax over their scores is asked for.")
def equal_weights(logits, k):
    return _best(logits, k), np.full((len(logits), k), 1 / k)


@mistake("exp overflows on large scores. Subtract each token's largest score first: the weights stay the same.")
def not_shifted(logits, k):
    indices = _best(logits, k)
    exps = np.exp(_scores(logits, indices))
    return indices, exps / exps.sum(axis=1, keepdims=True)


@mistake("You subtract one maximum for all tokens; a token whose scores lie far below it underflows to 0/0. The "
         "maximum belongs to each token.")
def global_maximum(logits, k):
    indices = _best(logits, k)
    chosen = _scores(logits, indices)
    exps = np.exp(chosen - chosen.max())
    return indices, exps / exps.sum(axis=1, keepdims=True)


@mistake("You choose the same experts for all tokens, by their mean score; each token has a choice of its own.")
def one_choice_for_all(logits, k):
    best = np.argsort(-logits.mean(axis=0), kind="stable")[:k]
    indices = np.tile(best, (len(logits), 1))
    return indices, _softmax(_scores(logits, indices))


@mistake("You return one weight for every expert, 0 for those not chosen. The weights asked for are (n, k), in the "
         "order of the indices.")
def weights_of_all_experts(logits, k):
    indices = _best(logits, k)
    weights = np.zeros(logits.shape)
    np.put_along_axis(weights, indices, _softmax(_scores(logits, indices)), axis=1)
    return indices, weights


@mistake("You return the weights first; the task asks for (indices, weights).")
def exchanged(logits, k):
    indices = _best(logits, k)
    return _softmax(_scores(logits, indices)), indices


@alternative
def by_repeated_argmax(logits, k):
    left = np.array(logits, dtype=float)
    rows = np.arange(len(left))
    indices = np.zeros((len(left), k), dtype=np.int32)
    for j in range(k):
        indices[:, j] = left.argmax(axis=1)
        left[rows, indices[:, j]] = -np.inf
    chosen = np.asarray(logits)[rows[:, None], indices]
    return indices, np.exp(chosen - np.logaddexp.reduce(chosen, axis=1)[:, None])


@alternative
def in_plain_lists(logits, k):
    import math

    all_indices, all_weights = [], []
    for row in logits.tolist():
        order = sorted(range(len(row)), key=lambda e: (-row[e], e))[:k]
        exps = [math.exp(row[e] - row[order[0]]) for e in order]
        all_indices.append(order)
        all_weights.append([value / sum(exps) for value in exps])
    return [all_indices, all_weights]


@alternative
def full_softmax_rescaled(logits, k):
    probs = _softmax(logits)
    indices = np.lexsort((np.broadcast_to(np.arange(logits.shape[1]), logits.shape), -logits), axis=1)[:, :k]
    weights = np.take_along_axis(probs, indices, 1)
    return indices, weights / weights.sum(1, keepdims=True)
