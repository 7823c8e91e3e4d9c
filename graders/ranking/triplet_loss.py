"""Batch-hard triplets: which pair is a positive, the farthest and the nearest, and which anchors count."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, crashes_over, mistake, says

CHECKS = (close(rtol=1e-5, atol=1e-5),)  # as the statement says: a root of rounding errors is about 1e-8


def cases(rng):
    def batch(n, d, classes, spread=1.0):
        """Random embeddings; every label occurs."""
        return rng.normal(size=(n, d)) * spread, rng.permutation(np.arange(n) % classes)

    line = np.array([[0.0], [1.0], [1.5], [4.0]])
    corners = np.array([[0.0, 0.0], [3.0, 0.0], [0.0, 4.0], [3.0, 4.0]])
    yield Case("corners of a rectangle", corners, np.array([0, 1, 0, 1]))
    yield Case("three of one label", np.array([[0.0, 1.0], [0.0, 3.0], [0.0, 2.0], [1.0, 2.0], [5.0, 2.0]]),
               np.array([0, 0, 0, 1, 1]))
    six = np.array([[0.0, 0.0], [0.0, 1.0], [9.0, 0.0], [9.0, 1.0], [1.5, 0.0], [2.0, 0.0]])
    yield Case("some anchors cost nothing", six, np.array([0, 0, 1, 1, 2, 2]))
    yield Case("all far apart", np.array([[0.0, 0.0], [0.0, 1.0], [9.0, 0.0], [9.0, 1.0]]), np.array([0, 0, 1, 1]))
    yield Case("a margin of 0", np.array([[0.0, 0.0], [2.0, 0.0], [1.0, 0.0], [1.0, 1.0]]), np.array([0, 0, 1, 1]), 0.0)
    yield Case("random, two labels", *batch(6, 3, 2))
    yield Case("random, three labels, another margin", *batch(9, 2, 3), margin=float(rng.uniform(0.2, 0.8)))
    yield Case("more features than samples", *batch(4, 7, 2), 0.3)
    yield Case("as many features as samples", *batch(6, 6, 3), 2.0)
    yield Case("rows of all lengths", *batch(8, 3, 2, rng.uniform(0.2, 3.0, size=(8, 1))), 0.5)
    yield Case("sixty samples", *batch(60, 4, 5), 0.5).plain()
    yield Case("one sample alone with its label", np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0]]),
               np.array([0, 0, 1])).edge("lone samples")
    yield Case("two lone samples among six", rng.normal(size=(6, 2)), np.array([0, 1, 2, 1, 3, 1])).edge("lone samples")
    yield Case("one sample", np.array([[1.0, 2.0]]), np.array([0])).edge("no triplet")
    yield Case("one label", np.array([[0.0, 1.0], [2.0, 3.0], [1.0, 1.0]]), np.array([1, 1, 1])).edge("no triplet")
    yield Case("a label each", np.array([[0.0, 1.0], [2.0, 3.0], [1.0, 1.0]]), np.array([2, 0, 1])).edge("no triplet")
    yield Case("the only positive equals the anchor", np.array([[1.0, 2.0], [1.0, 2.0], [1.5, 2.0]]),
               np.array([0, 0, 1])).edge("duplicates")
    yield Case("a negative equals the anchor", np.array([[1.0, 2.0], [1.0, 2.0], [1.0, 4.0], [3.0, 4.0]]),
               np.array([0, 1, 0, 1])).edge("duplicates")
    rows = rng.normal(size=(3, 4)) * 3
    yield Case("random rows, each twice", rows[[0, 1, 2, 0, 1, 2]], np.array([0, 0, 1, 0, 1, 1])).edge("duplicates")
    twice = np.repeat(rng.normal(size=(20, 5)) * 3, 2, axis=0)
    yield Case("twenty rows, each twice", twice, np.arange(40) // 2 % 4).plain().edge("duplicates")
    close = twice + rng.normal(size=twice.shape) * 1e-9
    yield Case("twenty rows, each nearly twice", close, np.arange(40) // 2 % 4 + np.arange(40) % 2).plain().edge(
        "duplicates")
    embeddings, labels = batch(7, 3, 3)
    yield Case("negative and large labels", embeddings, np.array([-7, 1000, 3])[labels]).edge("any labels")
    yield Case("four numbers", line, np.array([0, 0, 1, 1])).edge("one feature")
    yield Case("random numbers", *batch(7, 1, 2), 0.5).edge("one feature")
    line = np.array([[0.0], [0.3], [0.7], [1.9]]) + 1e7
    yield Case("numbers near 1e7", line, np.array([0, 0, 1, 1])).plain().beyond(
        "Near 1e7, |x|² + |y|² − 2 x · y loses the digits of small distances, and you return {got}. Take the length of "
        "the difference x − y instead.")


def _distances(x):
    return np.sqrt(np.sum((x[:, None] - x[None]) ** 2, axis=-1))


def _masks(labels):
    same = labels[:, None] == labels
    return same & ~np.eye(len(labels), dtype=bool), ~same


def _hardest(distances, positive, negative):
    """Each anchor's farthest positive and nearest negative, of those that have both."""
    valid = positive.any(axis=1) & negative.any(axis=1)
    farthest = np.max(np.where(positive, distances, -np.inf), axis=1)[valid]
    return farthest, np.min(np.where(negative, distances, np.inf), axis=1)[valid]


def _mean(losses):
    return np.mean(losses) if len(losses) else 0.0


def _loss(distances, positive, negative, margin):
    farthest, nearest = _hardest(distances, positive, negative)
    return _mean(np.maximum(farthest - nearest + margin, 0))


@mistake("You use squared distances. Take the square root.")
def squared_distances(embeddings, labels, margin=1.0):
    return _loss(_distances(embeddings) ** 2, *_masks(labels), margin)


@mistake("You sum the absolute differences. The distance is the root of the sum of squares.")
def city_block(embeddings, labels, margin=1.0):
    return _loss(np.sum(np.abs(embeddings[:, None] - embeddings[None]), axis=-1), *_masks(labels), margin)


@mistake("You use cosine distances. The distances are Euclidean.")
def cosine_distances(embeddings, labels, margin=1.0):
    unit = embeddings / np.maximum(np.linalg.norm(embeddings, axis=1, keepdims=True), 1e-12)
    return _loss(1 - unit @ unit.T, *_masks(labels), margin)


@mistake("You scale the embeddings to length 1. Use them as they are.")
def normalized(embeddings, labels, margin=1.0):
    unit = embeddings / np.maximum(np.linalg.norm(embeddings, axis=1, keepdims=True), 1e-12)
    return _loss(_distances(unit), *_masks(labels), margin)


@mistake("You average over all triplets. Take only the hardest one of each anchor.",
         constants={"over": ("all", "above 0")})
def all_triplets(embeddings, labels, margin=1.0, *, over):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    losses = np.maximum(D[:, :, None] - D[:, None, :] + margin, 0)[positive[:, :, None] & negative[:, None, :]]
    return _mean(losses if over == "all" else losses[losses > 0])


@mistake("You take the nearest positive. The hardest one is the farthest.")
def nearest_positive(embeddings, labels, margin=1.0):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    near, far = _hardest(-D, positive, negative)[0], _hardest(D, positive, negative)[1]
    return _mean(np.maximum(-near - far + margin, 0))


@mistake("You take the farthest negative. The hardest one is the nearest.")
def farthest_negative(embeddings, labels, margin=1.0):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    return _mean(np.maximum(_hardest(D, positive, negative)[0] + _hardest(-D, positive, negative)[1] + margin, 0))


@mistake("You average the distances to the positives. Take the farthest one.")
def mean_positive(embeddings, labels, margin=1.0):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    valid = positive.any(axis=1) & negative.any(axis=1)
    mean = np.sum(np.where(positive, D, 0), axis=1)[valid] / positive.sum(axis=1)[valid]
    return _mean(np.maximum(mean - _hardest(D, positive, negative)[1] + margin, 0))


@mistake("You prefer negatives that are farther than the positive, as semi-hard mining does. Take the nearest "
         "negative.")
def semi_hard(embeddings, labels, margin=1.0):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    valid = positive.any(axis=1) & negative.any(axis=1)
    farthest, nearest = _hardest(D, positive, negative)
    beyond = np.where(negative[valid] & (D[valid] > farthest[:, None]), D[valid], np.inf).min(axis=1, initial=np.inf)
    return _mean(np.maximum(farthest - np.where(np.isfinite(beyond), beyond, nearest) + margin, 0))


@mistake("The anchor counts as its own positive, so samples that are alone with their label get d_p = 0 and join the "
         "mean. Leave out the diagonal.")
def anchor_as_positive(embeddings, labels, margin=1.0):
    positive, negative = _masks(labels)
    return _loss(_distances(embeddings), ~negative, negative, margin)


@mistake("An anchor without a positive counts with a loss of 0 in your mean. Leave it out.")
def divided_by_n(embeddings, labels, margin=1.0):
    farthest, nearest = _hardest(_distances(embeddings), *_masks(labels))
    return np.sum(np.maximum(farthest - nearest + margin, 0)) / len(labels)


@mistake("You average over the anchors whose loss is above 0. Those with a loss of 0 count too.")
def over_active_anchors(embeddings, labels, margin=1.0):
    farthest, nearest = _hardest(_distances(embeddings), *_masks(labels))
    losses = np.maximum(farthest - nearest + margin, 0)
    return _mean(losses[losses > 0])


@mistake("You sum over the anchors. Return their mean.")
def summed(embeddings, labels, margin=1.0):
    farthest, nearest = _hardest(_distances(embeddings), *_masks(labels))
    return np.sum(np.maximum(farthest - nearest + margin, 0))


@mistake("You return one loss per anchor. Return their mean.")
def not_averaged(embeddings, labels, margin=1.0):
    farthest, nearest = _hardest(_distances(embeddings), *_masks(labels))
    return np.maximum(farthest - nearest + margin, 0)


@mistake("You apply max(0, ·) to the mean. Apply it to each anchor, then average.")
def hinge_of_the_mean(embeddings, labels, margin=1.0):
    farthest, nearest = _hardest(_distances(embeddings), *_masks(labels))
    return max(np.mean(farthest - nearest + margin), 0.0) if len(farthest) else 0.0


@mistake("You leave out max(0, ·), so anchors that are far enough apart lower the mean.")
def without_the_hinge(embeddings, labels, margin=1.0):
    farthest, nearest = _hardest(_distances(embeddings), *_masks(labels))
    return _mean(farthest - nearest + margin)


@mistake("You use log(1 + exp(·)), the soft margin. Use max(0, d_p − d_n + margin).", constants={"inside": (0, 1)})
def soft_margin(embeddings, labels, margin=1.0, *, inside):
    farthest, nearest = _hardest(_distances(embeddings), *_masks(labels))
    return _mean(np.logaddexp(0.0, farthest - nearest + inside * margin))


@mistake("Your sign is flipped: the positive's distance is added and the negative's is subtracted.")
def distances_swapped(embeddings, labels, margin=1.0):
    farthest, nearest = _hardest(_distances(embeddings), *_masks(labels))
    return _mean(np.maximum(nearest - farthest + margin, 0))


@mistake("You subtract the margin. Add it.")
def margin_subtracted(embeddings, labels, margin=1.0):
    return _loss(_distances(embeddings), *_masks(labels), -margin)


@mistake("You leave out the margin. Add it inside max(0, ·).")
def without_the_margin(embeddings, labels, margin=1.0):
    return _loss(_distances(embeddings), *_masks(labels), 0.0)


@mistake("Your result does not depend on margin. Use the argument instead of 1.")
def margin_ignored(embeddings, labels, margin=1.0):
    return _loss(_distances(embeddings), *_masks(labels), 1.0)


@mistake("Your default margin is {default}. It should be 1.", constants={"default": (0.2, 0.5, 0.3, 0.1, 0.0)})
def another_default(embeddings, labels, margin=None, *, default):
    return _loss(_distances(embeddings), *_masks(labels), default if margin is None else margin)


@mistake("You multiply the distances by a mask before the minimum, so the zeros of other pairs win. Fill those pairs "
         "with np.inf instead.")
def minimum_over_zeros(embeddings, labels, margin=1.0):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    valid = positive.any(axis=1) & negative.any(axis=1)
    losses = np.maximum(np.max(D * positive, axis=1) - np.min(D * negative, axis=1) + margin, 0)
    return _mean(losses[valid])


@mistake("You treat every pair at distance 0 as the anchor itself. Another sample may equal the anchor: leave out the "
         "diagonal instead.")
def duplicates_left_out(embeddings, labels, margin=1.0):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    return _loss(D, positive & (D > 0), negative, margin)


@mistake("You leave out negatives at distance 0. A sample of another label that equals the anchor is its nearest "
         "negative.")
def equal_negatives_left_out(embeddings, labels, margin=1.0):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    return _loss(D, positive, negative & (D > 0), margin)


@mistake("The root of a distance that is slightly below 0 is NaN, as |x|² + |y|² − 2xy may be for equal rows. Raise it "
         "to 0 first.")
def root_of_a_negative(embeddings, labels, margin=1.0):
    squares = np.sum(embeddings**2, axis=1)
    with np.errstate(invalid="ignore"):
        D = np.sqrt(squares[:, None] + squares - 2 * embeddings @ embeddings.T)
    positive, negative = _masks(labels)
    return _loss(D, positive, negative, margin)


@mistake("You add {eps} inside the root, which changes small distances too much. Leave it out, or use 1e-12.",
         constants={"eps": (1e-8, 1e-7, 1e-6, 1e-5)})
def eps_in_the_root(embeddings, labels, margin=1.0, *, eps):
    return _loss(np.sqrt(_distances(embeddings) ** 2 + eps), *_masks(labels), margin)


@mistake("Without a triplet you return NaN, the mean of nothing. Return 0.")
def mean_of_nothing(embeddings, labels, margin=1.0):
    farthest, nearest = _hardest(_distances(embeddings), *_masks(labels))
    return np.mean(np.maximum(farthest - nearest + margin, 0))


@mistake("An anchor without a positive or a negative makes you take the maximum or minimum of nothing. Leave it out.",
         kind="crashed", when=says("empty"))
def extremes_of_nothing(embeddings, labels, margin=1.0):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    return np.mean([max(max(D[i][positive[i]].tolist()) - min(D[i][negative[i]].tolist()) + margin, 0)
                    for i in range(len(D))])


@mistake("An anchor without a positive or a negative makes you take the maximum or minimum of nothing. Leave it out.",
         kind="crashed", when=crashes_over("nothing"))
def extremes_of_no_entries(embeddings, labels, margin=1.0):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    return np.mean([max(D[i][positive[i]].max() - D[i][negative[i]].min() + margin, 0) for i in range(len(D))])


@mistake("You use every positive of an anchor. Use only the farthest one.", constants={"pairs": ("once", "twice")})
def every_positive(embeddings, labels, margin=1.0, *, pairs):
    D, (positive, negative) = _distances(embeddings), _masks(labels)
    chosen = np.argwhere(np.triu(positive) if pairs == "once" else positive)
    nearest = np.min(np.where(negative, D, np.inf), axis=1)
    return _mean([max(D[i, j] - nearest[i] + margin, 0) for i, j in chosen if np.isfinite(nearest[i])])


@mistake("Anchors with a negative label are left out, as when you go through the labels from 0 to the largest. Labels "
         "may be any integers.")
def labels_from_zero(embeddings, labels, margin=1.0):
    positive, negative = _masks(labels)
    return _loss(_distances(embeddings), positive & (labels >= 0)[:, None], negative, margin)


@mistake("Your distance is the root of the mean of the squared differences. Take the root of their sum.")
def root_of_the_mean(embeddings, labels, margin=1.0):
    return _loss(_distances(embeddings) / np.sqrt(embeddings.shape[1]), *_masks(labels), margin)


@mistake("You change the embeddings in place. They belong to the caller: work on a copy.", kind="changed",
         when=says("first argument"))
def centered_in_place(embeddings, labels, margin=1.0):
    embeddings -= embeddings.mean(axis=0)
    return _loss(_distances(embeddings), *_masks(labels), margin)


@alternative
def anchor_by_anchor(embeddings, labels, margin=1.0):
    losses = []
    for i in range(len(labels)):
        distances = np.linalg.norm(embeddings - embeddings[i], axis=1)
        others = np.arange(len(labels)) != i
        positives, negatives = distances[others & (labels == labels[i])], distances[labels != labels[i]]
        if len(positives) and len(negatives):
            losses.append(max(0.0, positives.max() - negatives.min() + margin))
    return sum(losses) / len(losses) if losses else 0


@alternative
def by_norm_expansion(embeddings, labels, margin=1.0):
    x = embeddings.astype(float)
    squares = np.einsum("nd,nd->n", x, x)
    D = np.sqrt(np.maximum(squares[:, None] - 2 * x @ x.T + squares, 0))
    same = labels[:, None] == labels[None]
    counts = same.sum(axis=1)
    valid = (counts > 1) & (counts < len(x))
    far = (D * same).max(axis=1)
    near = (D + same * (D.max() + 1)).min(axis=1)
    return np.sum(np.clip(far - near + margin, 0, None) * valid) / max(valid.sum(), 1)


@alternative
def in_plain_python(embeddings, labels, margin=1.0):
    import math

    rows, marks, losses = embeddings.tolist(), labels.tolist(), []
    for i, anchor in enumerate(rows):
        d_p, d_n = None, None
        for j, other in enumerate(rows):
            if i == j:
                continue
            d = math.sqrt(sum((a - b) ** 2 for a, b in zip(anchor, other)) + 1e-14)
            if marks[i] == marks[j]:
                d_p = d if d_p is None else max(d_p, d)
            else:
                d_n = d if d_n is None else min(d_n, d)
        if d_p is not None and d_n is not None:
            losses.append(max(0.0, d_p - d_n + margin))
    return math.fsum(losses) / (len(losses) or 1)


EQUIVALENT = {
    "triplet_loss: axis=1 -> axis=0 in `farthest = np.max(np.where(positive, distances, -np.inf), axis=1)`":
        "the matrix of distances is symmetric",
    "triplet_loss: axis=1 -> axis=0 in `nearest = np.min(np.where(same, np.inf, distances), axis=1)`":
        "the matrix of distances is symmetric",
}
