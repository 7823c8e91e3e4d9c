"""Top-k filtering: exactly k, the largest, ties by index also in long rows, at their own places, −∞ elsewhere."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("a vocabulary of one", np.array([2.0]), 1)
    yield Case("the best alone", np.array([0.1, 0.7, 0.2]), 1)
    yield Case("two of three", np.array([3.0, 1.0, 2.0]), 2)
    yield Case("as many as there are", np.array([3.0, 1.0, 2.0]), 3)
    yield Case("more than there are", np.array([0.5, 2.5]), 5)
    yield Case("a tie for the last place", np.array([1.0, 3.0, 1.0]), 2)
    yield Case("all equal", np.array([0.5, 0.5, 0.5, 0.5]), 2)
    yield Case("a tie for the first place", np.array([1.0, 3.0, 2.0, 3.0, 3.0]), 1)
    yield Case("two ties", np.array([2.0, 1.0, 2.0, 1.0, 1.0, 2.0]), 4)
    yield Case("negative scores", np.array([-3.0, -1.0, -2.0, -5.0]), 2)
    yield Case("zeros among them", np.array([0.0, -1.0, 0.0, 2.0]), 2)
    yield Case("scores that nearly tie", 0.5 + 1e-13 * np.array([0.0, 2.0, 1.0, 5.0, 4.0]), 2)
    yield Case("large scores", np.array([1e10, -1e10, 3.0, -2e10]), 3)
    yield Case("random scores", rng.normal(size=7), 3)
    yield Case("random scores, all but one", rng.normal(size=6), k=5)
    yield Case("many ties", rng.integers(0, 4, size=60).astype(float), 25)
    yield Case("two values only", rng.integers(0, 2, size=200).astype(float), 120)
    yield Case("three hundred scores", rng.normal(size=300), 270).plain()


def _keep(logits, places, other=-np.inf):
    out = np.full(len(logits), other)
    out[places] = logits[places]
    return out


def _order(logits):
    return np.argsort(-logits, kind="stable")


@mistake("You keep every score that is at least the k-th largest; with equal scores those are more than k. Choose "
         "places instead of a threshold, equal ones by index.")
def by_threshold(logits, k):
    return np.where(logits >= np.sort(logits)[-min(k, len(logits))], logits, -np.inf)


@mistake("You keep only what is above the k-th largest score, so that one (and all its equals) is lost. Exactly k "
         "are kept.")
def above_the_threshold(logits, k):
    if k >= len(logits):
        return logits.copy()
    return np.where(logits > np.sort(logits)[-k], logits, -np.inf)


@mistake("Reversing an ascending sort reverses equal scores too, so the higher index is kept. Sort the negated "
         "scores, with a stable sort.")
def ties_reversed(logits, k):
    return _keep(logits, np.argsort(logits, kind="stable")[::-1][:k])


@mistake("Your sort is not stable: in long rows, equal scores lose their order. Pass kind='stable'.")
def not_stable(logits, k):
    return _keep(logits, np.argsort(-logits)[:k])


@mistake("You lower each score a little by its index to settle ties. That reorders scores which nearly tie; a "
         "stable sort settles ties without touching the scores.")
def lowered_by_index(logits, k):
    return _keep(logits, _order(logits - 1e-9 * np.arange(len(logits)))[:k])


@mistake("You keep the k smallest scores. Sort in descending order.")
def smallest(logits, k):
    return _keep(logits, np.argsort(logits, kind="stable")[:k])


@mistake("You set the others to 0. A softmax gives a score of 0 its share; only −∞ becomes probability 0.")
def zeros_elsewhere(logits, k):
    return _keep(logits, _order(logits)[:k], 0.0)


@mistake("You set the others to a large negative number. The task asks for −∞: -np.inf.")
def a_large_number_elsewhere(logits, k):
    return _keep(logits, _order(logits)[:k], -1e9)


@mistake("You return the k largest scores alone. The result has logits' shape, with −∞ at all other places.")
def shortened(logits, k):
    return logits[_order(logits)[:k]]


@mistake("You return the scores in sorted order. Each stays at its own place.")
def sorted_scores(logits, k):
    return _keep(logits[_order(logits)], np.arange(min(k, len(logits))))


@mistake("You keep one too many (or one too few): exactly k.")
def one_too_many(logits, k):
    return _keep(logits, _order(logits)[: k + 1])


@mistake("You keep one too few: exactly k.")
def one_too_few(logits, k):
    return _keep(logits, _order(logits)[: k - 1])


@mistake("k may be larger than the vocabulary; then all scores are kept.")
def too_large_a_k(logits, k):
    if k > len(logits):
        return logits[k - 1]
    return _keep(logits, _order(logits)[:k])


@mistake("You return probabilities. The filter leaves the kept scores as they are.")
def probabilities(logits, k):
    kept = _keep(logits, _order(logits)[:k])
    return np.exp(kept - kept.max()) / np.exp(kept - kept.max()).sum()


@mistake("You write into logits. It belongs to the caller: work on a copy.")
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
