"""Top-p filtering: sorted, the crossing token kept, ties by index, at their own places, and a stable softmax.

No case leaves the answer to rounding: p lies halfway between two running sums, or all scores are equal and their sums
are exact in binary.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, both, equal, lacks, mistake, says, uses

CHECKS = (equal(),)  # what is kept is copied
QUIET = ("large scores",)


def cases(rng):
    def halfway(V, kept, spread=1.0):
        """Random scores and a p that lies between the sums of kept - 1 and of kept tokens."""
        logits = np.linspace(0.0, 2.0, V) + rng.uniform(-0.4, 0.4, size=V) / V
        logits = spread * rng.permutation(logits)
        probs = np.sort(np.exp(logits) / np.exp(logits).sum())[::-1]
        return logits, float(probs[:kept].sum() - probs[kept - 1] / 2)

    logits = np.log(np.array([0.15, 0.5, 0.05, 0.3]))
    yield Case("the first one is enough", logits, 0.4)
    yield Case("the second one crosses", logits, 0.6)
    yield Case("the third one crosses", logits, 0.9)
    yield Case("all are needed", logits, 0.97)
    yield Case("a tiny p keeps the best", logits, 0.001)
    yield Case("scores that are no log-probabilities", np.array([5.0, 3.0, 4.0]), 0.8)
    yield Case("negative scores", np.array([-5.0, -3.0, -4.0, -9.0]), 0.8)
    for V, kept in ((3, 2), (6, 3), (7, 5), (8, 1)):
        yield Case(f"{kept} of {V}", *halfway(V, kept))
    yield Case("a wide spread", *halfway(6, 2, 4.0))
    yield Case("by name", halfway(5, 3)[0], p=0.5)
    yield Case("270 of three hundred", *halfway(300, 270)).plain()
    yield Case("a single score", np.array([2.0]), 0.5).edge("one score")
    yield Case("four equal ones, a little more than a half", np.zeros(4), 0.55).edge("ties")
    yield Case("a tie for the last place", np.array([1.0, 3.0, 1.0, 1.0]), 0.85).edge("ties")
    yield Case("a tie for the first place", np.array([0.0, 2.0, 1.0, 2.0, 2.0]), 0.4).edge("ties")
    yield Case("many equal ones", np.zeros(64), 0.505).edge("ties")
    yield Case("many ties", rng.permutation(np.repeat([0.0, 1.0, 2.0], 20)), 0.785).edge("ties")
    yield Case("equal ones, exactly reached", np.array([0.0, 0.0]), 0.5).edge("exact sums")
    yield Case("four equal ones, half", np.zeros(4), 0.5).edge("exact sums")
    yield Case("four equal ones, three quarters", np.zeros(4), 0.75).edge("exact sums")
    yield Case("four equal ones, all", np.zeros(4), 1.0).edge("exact sums")
    # ten times the double next to 0.1 is 0.9999999999999999
    yield Case("ten equal ones, all", np.zeros(10), 1.0).edge("exact sums")
    yield Case("scores of a thousand", np.array([1000.0, 1001.0, 999.0]), 0.8).edge("large scores")
    yield Case("far below zero", np.array([-2000.0, -1001.0, -1000.0]), 0.9).edge("large scores")
    logits, p = halfway(5, 3)
    yield Case("random scores of nine thousand", logits + 9000.0, p).plain().edge("large scores")


def _softmax(x):
    exps = np.exp(x - x.max())
    return exps / exps.sum()


def _keep(logits, places, other=-np.inf):
    out = np.full(len(logits), other)
    out[places] = logits[places]
    return out


def _ordered(logits):
    order = np.argsort(-logits, kind="stable")
    return order, _softmax(logits)[order]


def _nucleus(logits, p):
    order, probs = _ordered(logits)
    return order[np.cumsum(probs) - probs < p]


@mistake("You drop the token that crosses p, so the kept ones do not reach p. Keep a token while the sum of those "
         "before it is below p.")
def crossing_token_dropped(logits, p):
    order, probs = _ordered(logits)
    return _keep(logits, order[np.cumsum(probs) <= p])


@mistake("You drop the token that crosses p, unless it is the first. Keep a token while the sum of those before it is "
         "below p.", constants={"all_at_1": (False, True)})
def crossing_token_dropped_but_one_kept(logits, p, *, all_at_1):
    order, probs = _ordered(logits)
    if all_at_1 and p >= 1:
        return logits.copy()
    return _keep(logits, order[: max(1, int((np.cumsum(probs) <= p).sum()))])


@mistake("You continue until the sum exceeds p, but reaching it is enough. Keep a token while the sum of those before "
         "it is below p.", constants={"all_at_1": (False, True)})
def p_exceeded(logits, p, *, all_at_1):
    order, probs = _ordered(logits)
    if all_at_1 and p >= 1:
        return logits.copy()
    before = np.concatenate([[0.0], np.cumsum(probs)[:-1]])
    return _keep(logits, order[before <= p])


@mistake("You keep one token more than it takes.")
def one_too_many(logits, p):
    order = np.argsort(-logits, kind="stable")
    return _keep(logits, order[: len(_nucleus(logits, p)) + 1])


@mistake("Your search for the crossing token finds none when rounding leaves the last sum just below p = 1. Keep all "
         "tokens in that case.")
def none_found(logits, p):
    order, probs = _ordered(logits)
    return _keep(logits, order[: np.argmax(np.cumsum(probs) >= p) + 1])


@mistake("You add up the probabilities in index order. Go from the most to the least likely token.")
def not_sorted(logits, p):
    probs = _softmax(logits)
    return _keep(logits, np.flatnonzero(np.cumsum(probs) - probs < p))


@mistake("You go from the least to the most likely token. Sort in descending order.")
def ascending(logits, p):
    order, probs = np.argsort(logits, kind="stable"), np.sort(_softmax(logits))
    return _keep(logits, order[np.cumsum(probs) - probs < p])


@mistake("You compare each token's own probability with p. Compare the running sum over the sorted tokens.")
def own_probability(logits, p):
    return np.where(_softmax(logits) >= p, logits, -np.inf)


@mistake("You keep every token that is as likely as the last one kept. Keep equal ones by index, and only as many as "
         "it takes.")
def ties_all_kept(logits, p):
    return np.where(logits >= logits[_nucleus(logits, p)].min(), logits, -np.inf)


@mistake("You keep the higher index among equal scores, as when an ascending sort is reversed. Sort the negated scores "
         "with kind='stable'.",
         constants={"kind": ("quicksort", "stable"), "reached": (True, False)})
def ties_reversed(logits, p, *, kind, reached):
    order = np.argsort(logits, kind=kind)[::-1]
    before = np.concatenate([[0.0], np.cumsum(_softmax(logits)[order])[:-1]])
    return _keep(logits, order[before < p if reached else before <= p])


@mistake("Your sort is not stable, so equal scores lose their order in long rows. Pass kind='stable'.",
         when=both(uses("argsort", "sort"), lacks("argpartition", "partition")))
def not_stable(logits, p):
    return _keep(logits, np.argsort(-logits)[: len(_nucleus(logits, p))])


@mistake("exp overflows or underflows on large scores. Subtract the maximum before exponentiating.",
         constants={"search": (False, True)})
def not_shifted(logits, p, *, search):
    order = np.argsort(-logits, kind="stable")
    probs = (np.exp(logits) / np.exp(logits).sum())[order]
    if search:
        return _keep(logits, order[: np.searchsorted(np.cumsum(probs), p) + 1])
    return _keep(logits, order[np.cumsum(probs) - probs < p])


@mistake("You add up the scores' exponentials without a softmax. Divide by their sum first.")
def not_normalized(logits, p):
    order = np.argsort(-logits, kind="stable")
    weights = np.exp(np.minimum(logits[order], 700.0))
    return _keep(logits, order[np.cumsum(weights) - weights < p])


@mistake("You return probabilities. Leave the kept scores as they are.")
def probabilities(logits, p):
    return _softmax(_keep(logits, _nucleus(logits, p)))


@mistake("You return log-probabilities. Leave the kept scores as they are.")
def log_probabilities(logits, p):
    shifted = logits - logits.max()
    return _keep(shifted - np.log(np.exp(shifted).sum()), _nucleus(logits, p))


@mistake("You set the others to 0, but a softmax gives a score of 0 some probability. Set them to −∞.")
def zeros_elsewhere(logits, p):
    return _keep(logits, _nucleus(logits, p), 0.0)


@mistake("You set the others to a large negative number. Set them to −∞: -np.inf.",
         constants={"other": (-1e9, -1e10, -1e4, -1e30)})
def a_large_number_elsewhere(logits, p, *, other):
    return _keep(logits, _nucleus(logits, p), other)


@mistake("You return the scores in sorted order. Leave each at its own position.")
def sorted_scores(logits, p):
    return _keep(-np.sort(-logits), np.arange(len(_nucleus(logits, p))))


@mistake("Your mask is in sorted order, but you apply it to the unsorted scores. Use the sorted indices to restore it: "
         "mask[order] = sorted mask.")
def marks_left_in_sorted_order(logits, p):
    return _keep(logits, np.arange(len(_nucleus(logits, p))))


@mistake("You index the sorted mask with the sort order, but you need the inverse order. Assign to mask[order] "
         "instead.")
def mapped_by_the_order(logits, p):
    order, probs = _ordered(logits)
    return np.where((np.cumsum(probs) - probs < p)[order], logits, -np.inf)


@mistake("You write into logits, which belongs to the caller. Work on a copy.", kind="changed",
         when=says("first argument"))
def written_into_logits(logits, p):
    kept = _nucleus(logits, p)
    logits[np.setdiff1d(np.arange(len(logits)), kept)] = -np.inf
    return logits


@alternative
def token_by_token(logits, p):
    import math

    scores = logits.tolist()
    exps = [math.exp(score - max(scores)) for score in scores]
    out, reached = [-math.inf] * len(scores), 0.0
    for i in sorted(range(len(scores)), key=lambda i: -scores[i]):
        out[i] = scores[i]
        reached += exps[i] / sum(exps)
        if reached >= p:
            break
    return out


@alternative
def by_searching(logits, p):
    order = np.argsort(-logits, kind="mergesort")
    sums = np.cumsum(np.exp(logits - np.logaddexp.reduce(logits))[order])
    count = int(np.searchsorted(sums, p - 1e-12)) + 1
    mask = np.ones(logits.shape, dtype=bool)
    mask[order[:count]] = False
    return np.where(mask, -np.inf, logits)


@alternative
def by_ranks(logits, p):
    probs = _softmax(np.asarray(logits, dtype=float))
    places = np.arange(len(probs))
    ahead = (probs[None] > probs[:, None]) | ((probs[None] == probs[:, None]) & (places[None] < places[:, None]))
    out = logits.copy()
    out[(ahead * probs).sum(axis=1) >= p - 1e-12] = -np.inf
    return out
