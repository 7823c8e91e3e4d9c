"""Top-p filtering: sorted, the crossing token kept, ties by index, at their own places, and a stable softmax.

No case leaves the answer to rounding: p lies halfway between two running sums, or all scores are equal and their sums
are exact in binary.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def halfway(V, kept, spread=1.0):
        """Random scores and a p that lies between the sums of kept - 1 and of kept tokens."""
        logits = np.linspace(0.0, 2.0, V) + rng.uniform(-0.4, 0.4, size=V) / V
        logits = spread * rng.permutation(logits)
        probs = np.sort(np.exp(logits) / np.exp(logits).sum())[::-1]
        return logits, float(probs[:kept].sum() - probs[kept - 1] / 2)

    yield Case("a vocabulary of one", np.array([2.0]), 0.5)
    logits = np.log(np.array([0.1, 0.5, 0.1, 0.3]))
    yield Case("the first one is enough", logits, 0.4)
    yield Case("the second one crosses", logits, 0.6)
    yield Case("the third one crosses", logits, 0.85)
    yield Case("all are needed", logits, 0.95)
    yield Case("a tiny p keeps the best", logits, 0.001)
    yield Case("equal ones, exactly reached", np.array([0.0, 0.0]), 0.5)
    yield Case("four equal ones, half", np.zeros(4), 0.5)
    yield Case("four equal ones, three quarters", np.zeros(4), 0.75)
    yield Case("four equal ones, a little more", np.zeros(4), 0.8)
    yield Case("four equal ones, all", np.zeros(4), 1.0)
    # ten times the double next to 0.1 is 0.9999999999999999
    yield Case("ten equal ones, all", np.zeros(10), 1.0)
    yield Case("a tie for the last place", np.array([1.0, 3.0, 1.0, 1.0]), 0.9)
    yield Case("a tie for the first place", np.array([0.0, 2.0, 1.0, 2.0, 2.0]), 0.4)
    yield Case("scores that are no log-probabilities", np.array([5.0, 3.0, 4.0]), 0.8)
    yield Case("negative scores", np.array([-5.0, -3.0, -4.0, -9.0]), 0.8)
    for V, kept in ((3, 2), (6, 3), (7, 5), (8, 1)):
        yield Case(f"{kept} of {V}", *halfway(V, kept))
    yield Case("a wide spread", *halfway(6, 2, 4.0))
    yield Case("by name", halfway(5, 3)[0], p=0.5)
    yield Case("scores of a thousand", np.array([1000.0, 1001.0, 999.0]), 0.8)
    yield Case("far below zero", np.array([-2000.0, -1001.0, -1000.0]), 0.9)
    yield Case("many equal ones", np.zeros(64), 0.505)
    yield Case("many ties", rng.permutation(np.repeat([0.0, 1.0, 2.0], 20)), 0.785)
    yield Case("270 of three hundred", *halfway(300, 270)).plain()


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


@mistake("You drop the token that crosses p. It stays, so that the kept ones reach p: keep a token if those before "
         "it have not reached p yet.")
def crossing_token_dropped(logits, p):
    order, probs = _ordered(logits)
    return _keep(logits, order[np.cumsum(probs) <= p])


@mistake("You drop the token that crosses p, and then keep the best one after all. The crossing token always stays.")
def crossing_token_dropped_but_one_kept(logits, p):
    order, probs = _ordered(logits)
    return _keep(logits, order[: max(1, int((np.cumsum(probs) <= p).sum()))])


@mistake("You go on until the sum exceeds p; it is enough to reach it. Keep a token while the sum before it is "
         "below p.")
def p_exceeded(logits, p):
    order, probs = _ordered(logits)
    return _keep(logits, order[np.cumsum(probs) - probs <= p])


@mistake("You keep one token more than it takes.")
def one_too_many(logits, p):
    order = np.argsort(-logits, kind="stable")
    return _keep(logits, order[: len(_nucleus(logits, p)) + 1])


@mistake("You add up the probabilities in the order of their index. Go from the most to the least likely token.")
def not_sorted(logits, p):
    probs = _softmax(logits)
    return _keep(logits, np.flatnonzero(np.cumsum(probs) - probs < p))


@mistake("You go from the least to the most likely token. Sort in descending order.")
def ascending(logits, p):
    order, probs = np.argsort(logits, kind="stable"), np.sort(_softmax(logits))
    return _keep(logits, order[np.cumsum(probs) - probs < p])


@mistake("You compare each token's own probability with p. It is the running sum over the sorted tokens that must "
         "reach p.")
def own_probability(logits, p):
    return np.where(_softmax(logits) >= p, logits, -np.inf)


@mistake("You keep every token that is as likely as the last one kept. Equal ones are kept by index, and only as "
         "many as it takes.")
def ties_all_kept(logits, p):
    return np.where(logits >= logits[_nucleus(logits, p)].min(), logits, -np.inf)


@mistake("Reversing an ascending sort reverses equal scores too, so the higher index is kept. Sort the negated "
         "scores, with a stable sort.")
def ties_reversed(logits, p):
    order = np.argsort(logits, kind="stable")[::-1]
    return _keep(logits, order[: len(_nucleus(logits, p))])


@mistake("Your sort is not stable: in long rows, equal scores lose their order. Pass kind='stable'.")
def not_stable(logits, p):
    return _keep(logits, np.argsort(-logits)[: len(_nucleus(logits, p))])


@mistake("exp overflows on large scores. Subtract the maximum before exponentiating.")
def not_shifted(logits, p):
    order = np.argsort(-logits, kind="stable")
    probs = np.exp(logits[order]) / np.exp(logits).sum()
    return _keep(logits, order[np.cumsum(probs) - probs < p])


@mistake("You add up the scores themselves. They must go through a softmax first.")
def no_softmax(logits, p):
    order = np.argsort(-logits, kind="stable")
    weights = np.exp(np.minimum(logits[order], 700.0))
    return _keep(logits, order[np.cumsum(weights) - weights < p])


@mistake("You return probabilities. The filter leaves the kept scores as they are.")
def probabilities(logits, p):
    return _softmax(_keep(logits, _nucleus(logits, p)))


@mistake("You set the others to 0. A softmax gives a score of 0 its share; only −∞ becomes probability 0.")
def zeros_elsewhere(logits, p):
    return _keep(logits, _nucleus(logits, p), 0.0)


@mistake("You set the others to a large negative number. The task asks for −∞: -np.inf.")
def a_large_number_elsewhere(logits, p):
    return _keep(logits, _nucleus(logits, p), -1e9)


@mistake("You return the scores in sorted order. Each stays at its own place.")
def sorted_scores(logits, p):
    return _keep(-np.sort(-logits), np.arange(len(_nucleus(logits, p))))


@mistake("You mark by rank but apply the marks by index: bring them back to the tokens' own places first.")
def marks_left_in_sorted_order(logits, p):
    return _keep(logits, np.arange(len(_nucleus(logits, p))))


@mistake("You write into logits. It belongs to the caller: work on a copy.")
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
