"""Top-k filtering: exactly k, the largest, ties by index also in long rows, at their own places, −∞ elsewhere."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, crashes_over, equal, lacks, mistake, says, uses

CHECKS = (equal(),)  # what is kept is copied


def cases(rng):
    yield Case("the best alone", np.array([0.1, 0.7, 0.2]), 1)
    yield Case("two of three", np.array([3.0, 1.0, 2.0]), 2)
    yield Case("negative scores", np.array([-3.0, -1.0, -2.0, -5.0]), 2)
    yield Case("a zero among them", np.array([0.0, -1.0, 0.5, 2.0]), 3)
    yield Case("scores of ten thousand million", np.array([1e10, -1e10, 3.0, -2e10]), 3)
    yield Case("random scores", rng.normal(size=7), 3)
    yield Case("random scores, all but one", rng.normal(size=6), k=5)
    yield Case("three hundred scores", rng.normal(size=300), 270).plain()
    yield Case("a single score", np.array([2.0]), 1).edge("one score")
    yield Case("as many as there are", np.array([3.0, 1.0, 2.0]), 3).edge("large k")
    yield Case("more than there are", np.array([0.5, 2.5]), 5).edge("large k")
    yield Case("far more than there are", rng.normal(size=20), 100).edge("large k")
    yield Case("a tie for the last place", np.array([1.0, 3.0, 1.0]), 2).edge("ties")
    yield Case("all equal", np.array([0.5, 0.5, 0.5, 0.5]), 2).edge("ties")
    yield Case("a tie for the first place", np.array([1.0, 3.0, 2.0, 3.0, 3.0]), 1).edge("ties")
    yield Case("two ties", np.array([2.0, 1.0, 2.0, 1.0, 1.0, 2.0]), 4).edge("ties")
    yield Case("scores that nearly tie", 0.5 + 1e-13 * np.array([0.0, 2.0, 1.0, 5.0, 4.0]), 2).edge("ties")
    yield Case("many ties", rng.integers(0, 4, size=60).astype(float), 25).edge("ties")
    yield Case("two values only", rng.integers(0, 2, size=200).astype(float), 120).edge("ties")


def _keep(logits, places, other=-np.inf):
    out = np.full(len(logits), other)
    out[places] = logits[places]
    return out


def _order(logits):
    return np.argsort(-logits, kind="stable")


@mistake("You keep every score that reaches the k-th largest, which may be more than k scores. Choose positions "
         "instead: the first k of a stable sort.", constants={"safe": (False, True)})
def by_threshold(logits, k, *, safe):
    return np.where(logits >= np.sort(logits)[-min(k, len(logits)) if safe else -k], logits, -np.inf)


@mistake("You keep only the scores above the k-th largest, so you lose that score and its equals. Keep exactly k.")
def above_the_threshold(logits, k):
    if k >= len(logits):
        return logits.copy()
    return np.where(logits > np.sort(logits)[-k], logits, -np.inf)


@mistake("You keep the k largest distinct values. Equal scores count one by one: keep exactly k scores.")
def distinct_values(logits, k):
    return np.where(np.isin(logits, np.unique(logits)[::-1][:k]), logits, -np.inf)


@mistake("You keep the higher index among equal scores, as when an ascending sort is reversed. Sort the negated scores "
         "with kind='stable', and take the first k.",
         constants={"kind": ("quicksort", "stable")}, when=lacks("argpartition", "partition"))
def ties_reversed(logits, k, *, kind):
    return _keep(logits, np.argsort(logits, kind=kind)[::-1][:k])


@mistake("Your sort is not stable, so equal scores lose their order in long rows. Pass kind='stable'.",
         when=both(uses("argsort", "sort"), lacks("argpartition", "partition")))
def not_stable(logits, k):
    return _keep(logits, np.argsort(-logits)[:k])


@mistake("np.argpartition finds the k largest scores, but it chooses arbitrarily among equal ones. Take the first k of "
         "a stable sort of the negated scores.", when=uses("argpartition"), constants={"negated": (True, False)})
def partitioned(logits, k, *, negated):
    if k >= len(logits):
        return logits.copy()
    best = np.argpartition(-logits, k - 1)[:k] if negated else np.argpartition(logits, -k)[-k:]
    return _keep(logits, best)


@mistake("You lower each score a little by its index to break ties, which reorders scores that nearly tie. Use a "
         "stable sort instead.", constants={"step": (1e-9, 1e-10, 1e-12, 1e-8, 1e-6)})
def lowered_by_index(logits, k, *, step):
    return _keep(logits, _order(logits - step * np.arange(len(logits)))[:k])


@mistake("You keep the k smallest scores. Sort in descending order.")
def smallest(logits, k):
    return _keep(logits, np.argsort(logits, kind="stable")[:k])


@mistake("You set the others to 0, but a softmax gives a score of 0 some probability. Set them to −∞.")
def zeros_elsewhere(logits, k):
    return _keep(logits, _order(logits)[:k], 0.0)


@mistake("You set the others to a large negative number. Set them to −∞: -np.inf.",
         constants={"other": (-1e9, -1e10, -1e4, -1e30)})
def a_large_number_elsewhere(logits, k, *, other):
    return _keep(logits, _order(logits)[:k], other)


@mistake("You set the others to NaN. Set them to −∞: -np.inf.")
def nan_elsewhere(logits, k):
    return _keep(logits, _order(logits)[:k], np.nan)


@mistake("You return only the k largest scores. Return an array of logits' shape, with −∞ at all other positions.")
def shortened(logits, k):
    return logits[_order(logits)[:k]]


@mistake("You return the scores in sorted order. Leave each at its own position.")
def sorted_scores(logits, k):
    return _keep(logits[_order(logits)], np.arange(min(k, len(logits))))


@mistake("You keep k + 1 scores. Keep exactly k.")
def one_too_many(logits, k):
    return _keep(logits, _order(logits)[: k + 1])


@mistake("You keep k - 1 scores. Keep exactly k.")
def one_too_few(logits, k):
    return _keep(logits, _order(logits)[: k - 1])


@mistake("A partition fails with an index beyond the array. With k >= V, return all scores before you partition.",
         kind="crashed", when=both(uses("argpartition", "partition"), crashes_over("kth")))
def partitioned_out_of_bounds(logits, k):
    scores = -logits
    bar = -np.partition(scores, k)[k - 1]
    above = logits > bar
    at = logits == bar
    return np.where(above | (at & (np.cumsum(at) <= k - above.sum())), logits, -np.inf)


@mistake("You look up the k-th largest score, which does not exist when k is larger than V. Keep all scores in that "
         "case.",
         constants={"form": ("descending", "ascending", "list")})
def too_large_a_k(logits, k, *, form):
    if form == "ascending":
        bar = np.sort(logits)[-k]
    elif form == "descending":
        bar = np.sort(logits)[::-1][k - 1]
    else:
        bar = sorted(logits.tolist(), reverse=True)[k - 1]
    return _keep(logits, _order(logits)[:k]) if bar <= np.inf else logits


@mistake("You return probabilities. Leave the kept scores as they are.")
def probabilities(logits, k):
    kept = _keep(logits, _order(logits)[:k])
    return np.exp(kept - kept.max()) / np.exp(kept - kept.max()).sum()


@mistake("You round the kept scores to float32. Keep them as they are.", when=uses("float32"))
def rounded_to_float32(logits, k):
    return _keep(logits.astype(np.float32).astype(np.float64), _order(logits)[:k])


@mistake("You write into logits, which belongs to the caller. Work on a copy.", kind="changed",
         when=says("first argument"))
def written_into_logits(logits, k):
    logits[_order(logits)[k:]] = -np.inf
    return logits


@alternative
def by_sorted(logits, k):
    scores = logits.tolist()
    kept = set(sorted(range(len(scores)), key=lambda i: (-scores[i], i))[:k])
    return [score if i in kept else float("-inf") for i, score in enumerate(scores)]


@alternative
def by_repeated_maximum(logits, k):
    left, out = logits.copy(), np.full_like(logits, -np.inf)
    for _ in range(min(k, logits.size)):
        i = left.argmax()
        out[i], left[i] = logits[i], -np.inf
    return out


@alternative
def by_counting(logits, k):
    places = np.arange(len(logits))
    before = (logits[None] > logits[:, None]) | ((logits[None] == logits[:, None]) & (places[None] < places[:, None]))
    return np.where(before.sum(axis=1) < k, logits, -np.inf)


@alternative
def by_partition(logits, k):
    if k >= len(logits):
        return logits
    bar = np.partition(logits, -k)[-k]
    kept = logits > bar
    kept[np.flatnonzero(logits == bar)[: k - kept.sum()]] = True
    return np.where(kept, logits, -np.inf)
