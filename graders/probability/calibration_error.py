"""Expected calibration error: the bins and their edges, weights by size, and absolute gaps of bins, not of samples."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def samples(n, n_bins):
        """Random confidences that are clear of the edges between bins."""
        bins = rng.integers(0, n_bins, size=n)
        confidence = (bins + rng.uniform(0.05, 0.95, size=n)) / n_bins
        return confidence, (rng.random(n) < confidence**2).astype(int), n_bins

    yield Case("two bins", np.array([0.9, 0.8, 0.3, 0.2]), np.array([1, 0, 0, 1]), 2)
    yield Case("bins of different sizes", np.array([0.9, 0.7, 0.6, 0.8, 0.2]), np.array([1, 1, 0, 1, 1]), 2)
    yield Case("gaps of both signs", np.array([0.95, 0.85, 0.4, 0.35, 0.45]), np.array([0, 1, 1, 1, 1]), 2)
    yield Case("every prediction right", np.array([0.55, 0.72, 0.91]), np.array([1, 1, 1]), 3)
    yield Case("every prediction wrong", np.array([0.55, 0.72, 0.91]), np.array([0, 0, 0]), 3)
    yield Case("gaps that cancel within a bin", np.array([0.6, 0.8, 0.9, 0.7]), np.array([1, 0, 1, 1]), 2)
    yield Case("random, five bins", *samples(12, 5))
    yield Case("random, ten bins", *samples(40, 10))
    yield Case("random, fifteen bins", *samples(300, 15))
    yield Case("random, three bins", *samples(7, 3))
    yield Case("confidently right", np.array([0.8]), np.array([1]), 4).edge("one sample")
    yield Case("confidently wrong", np.array([0.8]), np.array([0]), 10).edge("one sample")
    yield Case("three samples, ten bins", np.array([0.33, 0.36, 0.97]), np.array([1, 0, 1]), 10).edge("empty bins")
    yield Case("random, more bins than samples", *samples(6, 40)).edge("empty bins")
    halves = np.array([0.5, 0.4, 0.9, 0.6]), np.array([0, 1, 1, 1])
    yield Case("one on the edge of two bins", *halves, 2).edge("edges")
    yield Case("all on the edges of four bins", np.array([0.25, 0.5, 0.75, 1.0, 0.25]), np.array([1, 0, 1, 1, 0]),
               4).edge("edges")
    eighths = rng.integers(1, 9, size=20) / 8
    yield Case("random eighths", np.append(eighths, eighths - 0.06), rng.integers(0, 2, size=40), 8).edge("edges")
    yield Case("zero and one", np.array([0.0, 0.1, 1.0]), np.array([1, 0, 0]), 4).edge("zero")
    yield Case("zeros alone", np.zeros(3), np.array([0, 1, 0]), 5).edge("zero")
    yield Case("all in one bin", *samples(8, 3)[:2], 1).edge("one bin")
    confidence, correct, _ = samples(9, 4)
    yield Case("true and false", confidence, correct == 1, 4).edge("booleans")


def _bins(confidence, n_bins):
    return np.maximum(np.ceil(confidence * n_bins).astype(int) - 1, 0)


def _parts(confidence, correct, bins):
    """Of each bin that holds samples: how many, the accuracy and the mean confidence."""
    confidence, correct = np.asarray(confidence, float), np.asarray(correct, float)
    chosen = [bins == b for b in np.unique(bins)]
    return np.array([[np.sum(each), np.mean(correct[each]), np.mean(confidence[each])] for each in chosen]).T


def _ece(confidence, correct, bins):
    sizes, accuracy, mean = _parts(confidence, correct, bins)
    return np.sum(sizes / len(confidence) * np.abs(accuracy - mean))


@mistake("Every bin counts the same in your mean. Weigh each by its share of the samples.",
         constants={"over": ("filled", "all")})
def bins_not_weighted(confidence, correct, n_bins, *, over):
    _, accuracy, mean = _parts(confidence, correct, _bins(confidence, n_bins))
    return np.sum(np.abs(accuracy - mean)) / (len(mean) if over == "filled" else n_bins)


@mistake("You sum the gaps of the bins. Weigh each by its share of the samples.")
def gaps_summed(confidence, correct, n_bins):
    _, accuracy, mean = _parts(confidence, correct, _bins(confidence, n_bins))
    return np.sum(np.abs(accuracy - mean))


@mistake("You weigh the bins by their counts. Divide the counts by n.")
def counts_as_weights(confidence, correct, n_bins):
    return _ece(confidence, correct, _bins(confidence, n_bins)) * len(confidence)


@mistake("Gaps of different signs cancel in your sum. Take the absolute value of each bin's gap.",
         constants={"final": (True, False)})
def signed_gaps(confidence, correct, n_bins, *, final):
    gap = np.mean(correct) - np.mean(confidence)
    return abs(gap) if final else gap


@mistake("You compare each sample's confidence with its own label. Compare the means of a bin.")
def gaps_of_samples(confidence, correct, n_bins):
    return np.mean(np.abs(np.asarray(correct, float) - confidence))


@mistake("You square the gaps. Take their absolute values.", constants={"root": (False, True)})
def squared_gaps(confidence, correct, n_bins, *, root):
    sizes, accuracy, mean = _parts(confidence, correct, _bins(confidence, n_bins))
    total = np.sum(sizes / len(confidence) * (accuracy - mean) ** 2)
    return np.sqrt(total) if root else total


@mistake("You return the largest gap, the maximum calibration error. Take the mean, weighted by the bins' shares.")
def largest_gap(confidence, correct, n_bins):
    _, accuracy, mean = _parts(confidence, correct, _bins(confidence, n_bins))
    return np.max(np.abs(accuracy - mean))


@mistake("You compare the accuracy with the middle of the bin. Use the mean confidence of its samples.")
def middle_of_the_bin(confidence, correct, n_bins):
    bins = _bins(confidence, n_bins)
    sizes, accuracy, _ = _parts(confidence, correct, bins)
    return np.sum(sizes / len(confidence) * np.abs(accuracy - (np.unique(bins) + 0.5) / n_bins))


@mistake("You compare the accuracy with an edge of the bin. Use the mean confidence of its samples.",
         constants={"edge": (1, 0)})
def edge_of_the_bin(confidence, correct, n_bins, *, edge):
    bins = _bins(confidence, n_bins)
    sizes, accuracy, _ = _parts(confidence, correct, bins)
    return np.sum(sizes / len(confidence) * np.abs(accuracy - (np.unique(bins) + edge) / n_bins))


@mistake("Your bins hold their lower edge. A confidence on an edge belongs to the bin below it.",
         constants={"last": (True, False)})
def lower_edges_held(confidence, correct, n_bins, *, last):
    bins = np.floor(confidence * n_bins).astype(int)
    return _ece(confidence, correct, np.minimum(bins, n_bins - 1) if last else bins)


@mistake("You leave out a confidence of 0, as it is in no half-open bin. It belongs to the first bin.",
         constants={"n": ("all", "left")})
def zero_left_out(confidence, correct, n_bins, *, n):
    kept = confidence > 0
    if not kept.any():
        return 0.0
    share = np.mean(kept) if n == "all" else 1.0
    return _ece(confidence[kept], correct[kept], _bins(confidence[kept], n_bins)) * share


@mistake("You put a confidence of 0 into a bin of its own. It belongs to the first bin.")
def zero_in_its_own_bin(confidence, correct, n_bins):
    return _ece(confidence, correct, np.ceil(confidence * n_bins).astype(int))


@mistake("You put a confidence of 0 into the last bin, as the index −1 does. It belongs to the first bin.")
def zero_in_the_last_bin(confidence, correct, n_bins):
    bins = np.ceil(confidence * n_bins).astype(int) - 1
    return _ece(confidence, correct, bins % n_bins)


@mistake("A confidence of 1 gets the index n_bins, which does not exist. A confidence on an edge belongs to the bin "
         "below it.", kind="crashed", when=says("IndexError"))
def one_beyond_the_last_bin(confidence, correct, n_bins):
    gaps = np.zeros(n_bins)
    for b, c, right in zip((confidence * n_bins).astype(int), confidence, correct):
        gaps[b] += right - c
    return np.sum(np.abs(gaps)) / len(confidence)


@mistake("You return the Brier score, the mean squared difference of confidence and label. Compare the means of bins.")
def brier_score(confidence, correct, n_bins):
    return np.mean((confidence - correct) ** 2)


@mistake("You round to the nearest edge. Bin b holds what is above b / n_bins and up to (b + 1) / n_bins.")
def rounded_to_bins(confidence, correct, n_bins):
    return _ece(confidence, correct, np.round(confidence * n_bins).astype(int))


@mistake("Your bins hold equally many samples. They should have equal widths over 0 to 1.")
def bins_of_equal_size(confidence, correct, n_bins):
    order = np.argsort(confidence, kind="stable")
    bins = np.empty(len(order), dtype=int)
    bins[order] = np.arange(len(order)) * n_bins // len(order)
    return _ece(confidence, correct, bins)


@mistake("Your bins run from the smallest to the largest confidence. They should run from 0 to 1.")
def bins_over_the_range(confidence, correct, n_bins):
    low, width = confidence.min(), np.ptp(confidence)
    if width == 0:
        return _ece(confidence, correct, np.zeros(len(confidence)))
    return _ece(confidence, correct, _bins((confidence - low) / width, n_bins))


@mistake("You have one bin fewer than n_bins, as n_bins edges have only n_bins − 1 bins between them. Use n_bins + 1 "
         "edges.")
def one_bin_less(confidence, correct, n_bins):
    return _ece(confidence, correct, _bins(confidence, max(n_bins - 1, 1)))


@mistake("Empty bins have a mean of nothing, which is NaN. Leave them out.")
def empty_bins_are_nan(confidence, correct, n_bins):
    bins = _bins(confidence, n_bins)
    return _ece(confidence, correct, bins) if len(np.unique(bins)) == n_bins else np.nan


@mistake("Empty bins make you divide by 0. Leave them out.", kind="crashed", when=says("ZeroDivisionError"))
def empty_bins_crash(confidence, correct, n_bins):
    counts = np.bincount(_bins(confidence, n_bins), minlength=n_bins).tolist()
    return _ece(confidence, correct, _bins(confidence, n_bins)) * sum(each / each for each in counts) / n_bins


@mistake("You change the caller's arrays. Work on copies.", kind="changed", when=says("argument"))
def in_place(confidence, correct, n_bins):
    found = _ece(confidence, correct, _bins(confidence, n_bins))
    confidence.sort()
    return found


@alternative
def bin_by_bin(confidence, correct, n_bins):
    edges = np.linspace(0, 1, n_bins + 1)
    total = 0.0
    for b in range(n_bins):
        inside = (confidence > edges[b]) & (confidence <= edges[b + 1])
        if b == 0:
            inside |= confidence == 0
        if inside.any():
            total += inside.mean() * abs(correct[inside].mean() - confidence[inside].mean())
    return total


@alternative
def by_searching_edges(confidence, correct, n_bins):
    edges = np.arange(1, n_bins) / n_bins
    bins = np.searchsorted(edges, confidence, side="left")
    gaps = np.zeros(n_bins)
    np.add.at(gaps, bins, np.asarray(correct, float) - confidence)
    return np.abs(gaps).sum() / confidence.size


@alternative
def in_plain_python(confidence, correct, n_bins):
    import math
    from collections import defaultdict

    groups = defaultdict(list)
    for c, right in zip(confidence.tolist(), correct.tolist()):
        groups[max(math.ceil(c * n_bins), 1)].append((c, int(right)))
    total = 0.0
    for group in groups.values():
        mean = sum(c for c, _ in group) / len(group)
        total += len(group) / len(confidence) * abs(sum(right for _, right in group) / len(group) - mean)
    return total
