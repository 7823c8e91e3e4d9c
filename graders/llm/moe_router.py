"""Routing: the order of the chosen, ties, and a stable softmax over them alone."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, lacks, mistake, says, uses

QUIET = ("large scores",)


def cases(rng):
    yield Case("the better of two", np.array([[0.0, 2.0]]), 1)
    yield Case("both of two", np.array([[0.0, 2.0]]), 2)
    yield Case("two tokens", np.array([[0.0, 1.0, 2.0], [5.0, 4.0, 2.0]]), 2)
    yield Case("all below zero", np.array([[-3.0, -1.0, -2.0], [-7.0, -9.0, -7.5]]), 2)
    yield Case("random, the best alone", rng.normal(size=(4, 3)), 1)
    yield Case("random", rng.normal(size=(5, 4)), 2)
    yield Case("random, more experts than tokens", rng.normal(size=(3, 8)), 3)
    yield Case("as many tokens as experts", rng.normal(size=(4, 4)), 2)
    yield Case("every expert chosen", rng.normal(size=(3, 5)), k=5)
    yield Case("three hundred tokens", rng.normal(size=(300, 4)), 2)
    yield Case("three hundred experts", np.cos(np.arange(300.0) - 280.0)[None] + (np.arange(300) % 70 == 0), 4).plain()
    yield Case("a single expert", np.array([[3.0]]), 1).edge("one expert")
    yield Case("a single expert, two tokens", np.array([[3.0], [-1.0]]), 1).edge("one expert")
    yield Case("a tie", np.array([[1.0, 3.0, 3.0, 0.0]]), 2).edge("ties")
    yield Case("a tie at the border", np.array([[2.0, 1.0, 2.0, 2.0], [0.0, 1.0, 0.0, 0.0]]), 2).edge("ties")
    yield Case("all equal", np.full((2, 5), 1.0), 3).edge("ties")
    yield Case("many ties", rng.integers(0, 4, size=(2, 40)).astype(float), 12).edge("ties")
    yield Case("scores that nearly tie", 0.5 + 1e-13 * np.array([[0.0, 2.0, 1.0, 5.0, 4.0]]), 3).edge("ties")
    yield Case("scores of a thousand", np.array([[1000.0, 1002.0, 1001.0, -5.0]]), 3).edge("large scores")
    underflow = np.array([[-1e4, 1e4, 0.0], [-1e4, -1e4 + 1, -1e4 + 2]])
    yield Case("scores that underflow", underflow, 3).edge("large scores")
    yield Case("the lowest score there is, chosen last", np.array([[1e4, -1e4, 0.0]]), 3).edge("large scores")
    far = np.array([[800.0, 803.0, 801.0], [-800.0, -801.0, -803.0]])
    yield Case("one token far below the other", far, 2).edge("tokens far apart")


def _softmax(scores, axis=-1):
    exps = np.exp(scores - scores.max(axis=axis, keepdims=True))
    return exps / exps.sum(axis=axis, keepdims=True)


def _best(logits, k):
    return np.argsort(-logits, axis=1, kind="stable")[:, :k]


def _scores(logits, indices):
    return np.take_along_axis(logits, indices, axis=1)


@mistake("You keep k entries of a softmax over all experts, so they sum to less than 1. Take the softmax over the "
         "chosen scores alone.")
def softmax_over_all(logits, k):
    indices = _best(logits, k)
    return indices, _scores(_softmax(logits), indices)


@mistake("You list the chosen experts from the worst to the best. Put the best first.")
def ascending(logits, k):
    indices = _best(logits, k)[:, ::-1]
    return indices, _softmax(_scores(logits, indices))


@mistake("You list the chosen experts by their index. List the best one first.")
def by_index(logits, k):
    indices = np.sort(_best(logits, k), axis=1)
    return indices, _softmax(_scores(logits, indices))


@mistake("Your weights are in the order of the experts' indices, not of `indices`. Gather the scores at `indices`, "
         "then take the softmax.")
def weights_by_index(logits, k):
    indices = _best(logits, k)
    return indices, _softmax(_scores(logits, np.sort(indices, axis=1)))


@mistake("Among equal scores you take the higher index first, as when an ascending sort is reversed. Sort the negated "
         "scores with kind='stable'.", constants={"kind": ("quicksort", "stable")},
         when=lacks("argpartition", "partition"))
def ties_to_the_higher(logits, k, *, kind):
    indices = np.argsort(logits, axis=1, kind=kind)[:, ::-1][:, :k]
    return indices, _softmax(_scores(logits, indices))


@mistake("Your sort is not stable, so equal scores lose their order among many experts. Pass kind='stable'.",
         when=both(uses("argsort", "sort"), lacks("argpartition", "partition")))
def not_stable(logits, k):
    indices = np.argsort(-logits, axis=1)[:, :k]
    return indices, _softmax(_scores(logits, indices))


@mistake("np.argpartition does not sort what it finds, and it chooses arbitrarily among equal scores. Take the first k "
         "of a stable sort of the negated scores.", when=uses("argpartition"),
         constants={"form": ("negated", "ascending", "sorted")})
def partitioned(logits, k, *, form):
    if form == "ascending":
        best = np.argpartition(logits, -k, axis=1)[:, -k:]
    else:
        best = np.argpartition(-logits, k - 1, axis=1)[:, :k]
    if form == "sorted":
        best = np.take_along_axis(best, np.argsort(-_scores(logits, best), axis=1, kind="stable"), axis=1)
    return best, _softmax(_scores(logits, best))


@mistake("You rank the probabilities, and those of scores far below the largest all underflow to 0. Rank the scores.",
         constants={"kind": ("stable", "quicksort")})
def ranked_by_probability(logits, k, *, kind):
    probs = _softmax(logits)
    indices = np.argsort(-probs, axis=1, kind=kind)[:, :k]
    chosen = _scores(probs, indices)
    return indices, chosen / chosen.sum(axis=1, keepdims=True)


@mistake("You choose the k lowest scores. Choose the highest.")
def lowest(logits, k):
    indices = np.argsort(logits, axis=1, kind="stable")[:, :k]
    return indices, _softmax(_scores(logits, indices))


@mistake("Your softmax runs over the tokens. Each token's weights over its own k experts must sum to 1.",
         constants={"shifted_by_row": (False, True)})
def softmax_over_tokens(logits, k, *, shifted_by_row):
    indices = _best(logits, k)
    chosen = _scores(logits, indices)
    return indices, _softmax(chosen - chosen[:, :1] if shifted_by_row else chosen, axis=0)


@mistake("You divide by a sum over all tokens. Each token's weights over its own k experts must sum to 1.")
def divided_by_the_sum_over_tokens(logits, k):
    indices = _best(logits, k)
    exps = np.exp(_scores(logits, indices) - logits.max(axis=1, keepdims=True))
    return indices, exps / exps.sum(axis=0)


@mistake("You return the scores of the chosen experts. Return their softmax.")
def raw_scores(logits, k):
    indices = _best(logits, k)
    return indices, _scores(logits, indices)


@mistake("You divide the chosen scores by their sum, which may be zero or negative. Take a softmax instead.")
def divided_by_the_sum(logits, k):
    indices = _best(logits, k)
    chosen = _scores(logits, indices)
    return indices, chosen / chosen.sum(axis=1, keepdims=True)


@mistake("You weigh each expert by a sigmoid of its own score. Take a softmax over the chosen scores.")
def sigmoids(logits, k):
    indices = _best(logits, k)
    return indices, 0.5 * (1 + np.tanh(_scores(logits, indices) / 2))


@mistake("You give the chosen experts equal weights. Take a softmax over their scores.")
def equal_weights(logits, k):
    return _best(logits, k), np.full((len(logits), k), 1 / k)


@mistake("exp overflows or underflows on large scores. Subtract each token's largest score first, which does not "
         "change the weights.")
def not_shifted(logits, k):
    indices = _best(logits, k)
    exps = np.exp(_scores(logits, indices))
    return indices, exps / exps.sum(axis=1, keepdims=True)


@mistake("You subtract one maximum for all tokens, so a token whose scores are far below it underflows to 0/0. "
         "Subtract each token's own maximum.")
def global_maximum(logits, k):
    indices = _best(logits, k)
    chosen = _scores(logits, indices)
    exps = np.exp(chosen - chosen.max())
    return indices, exps / exps.sum(axis=1, keepdims=True)


@mistake("You choose the same experts for all tokens, by their mean score. Choose for each token by itself.")
def one_choice_for_all(logits, k):
    best = np.argsort(-logits.mean(axis=0), kind="stable")[:k]
    indices = np.tile(best, (len(logits), 1))
    return indices, _softmax(_scores(logits, indices))


@mistake("You return one weight per expert, 0 for those not chosen. Return (n, k) weights in the order of the indices.")
def weights_of_all_experts(logits, k):
    indices = _best(logits, k)
    weights = np.zeros(logits.shape)
    np.put_along_axis(weights, indices, _softmax(_scores(logits, indices)), axis=1)
    return indices, weights


@mistake("You return the indices as floats. Return integers.")
def float_indices(logits, k):
    indices = _best(logits, k)
    return indices.astype(float), _softmax(_scores(logits, indices))


@mistake("You write into logits, which belongs to the caller. Work on a copy.", kind="changed",
         when=says("first argument"))
def written_into_logits(logits, k):
    indices = _best(logits, k)
    chosen = _scores(logits, indices)
    np.put_along_axis(logits, indices, -np.inf, axis=1)
    return indices, _softmax(chosen)


@mistake("You return the weights first. Return (indices, weights).")
def swapped(logits, k):
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


@alternative
def by_lowering_the_chosen(logits, k):
    left, rows, chosen = logits.astype(float), np.arange(len(logits)), []
    for _ in range(k):
        chosen.append(left.argmax(axis=1))
        left[rows, chosen[-1]] -= 1e6
    indices = np.stack(chosen, axis=1)
    return indices, _softmax(_scores(logits, indices))
