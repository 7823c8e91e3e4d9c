"""Greedy suppression: by score, by true IoU, against kept boxes alone, and with a stable order.

Boxes have whole corners below 40, so their IoU is a fraction with a denominator below 3,200. It is then at least 3e-8
from thresholds such as 0.4321, or exactly equal where a case asks for that.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, both, equal, holds, lacks, mistake, uses

CHECKS = (equal(),)
EQUIVALENT = {
    "nms: drop dtype=int in `return np.array(kept, dtype=int)`":
        "It matters to an empty result only, whose dtype is free.",
    "_iou: 0 -> -1 in `width = np.maximum(np.minimum(box[2], x2) - np.maximum(box[0], x1), 0)` "
    "at `np.maximum(np.minimum(box[2], x2) - np.maximum(box[0], x1), 0)`":
        "The height is at least 0, so the product is at most 0, which is never above a threshold.",
    "_iou: 0 -> -1 in `height = np.maximum(np.minimum(box[3], y2) - np.maximum(box[1], y1), 0)`":
        "The width is at least 0, so the product is at most 0, which is never above a threshold.",
}
EMPTY = holds("the result is empty where there are no boxes", lambda case, got, want: np.shape(got) == (0,))


def cases(rng):
    def draw(*rows):
        return np.array(rows, dtype=float)

    def boxes(n, reach=30, size=10):
        starts = rng.integers(reach, size=(n, 2))
        return np.hstack([starts, starts + rng.integers(2, size, size=(n, 2))]).astype(float)

    def scores(n):
        return rng.permutation(n) / n + 0.005

    three = draw([0, 0, 4, 4], [0, 0, 4, 3], [6, 0, 9, 2])
    yield Case("two boxes that overlap", three[:2], np.array([0.9, 0.6]), 0.5)
    yield Case("the later box is better", three[:2], np.array([0.6, 0.9]), 0.5)
    yield Case("two boxes apart", three[1:], np.array([0.3, 0.7]), 0.5)
    yield Case("two boxes that overlap a little", draw([0, 0, 4, 4], [3, 0, 7, 4]), np.array([0.3, 0.7]), 0.5)
    yield Case("three boxes, one of them dropped", three, np.array([0.6, 0.8, 0.7]), 0.5)
    chain = draw([0, 0, 4, 4], [1, 0, 5, 4], [2, 0, 6, 4])
    yield Case("a dropped box drops no other", chain, np.array([0.9, 0.8, 0.7]), 0.5)
    yield Case("the middle box is the best", chain, np.array([0.8, 0.9, 0.7]), 0.5)
    yield Case("a small box in a large one", draw([0, 0, 8, 8], [1, 1, 3, 3]), np.array([0.9, 0.8]), 0.5)
    yield Case("a large box around a small one", draw([1, 1, 3, 3], [0, 0, 8, 8]), np.array([0.9, 0.8]), 0.5)
    yield Case("small boxes side by side", draw([0, 0, 2, 2], [1, 0, 3, 2]), np.array([0.9, 0.8]), 0.4)
    yield Case("apart on both axes", draw([0, 0, 1, 1], [2, 2, 3, 3]), np.array([0.9, 0.8]), 0.5)
    again = draw([5, 5, 9, 8], [0, 0, 3, 4], [0, 0, 3, 4], [0, 0, 3, 4], [0, 0, 3, 4], [5, 5, 9, 8])
    yield Case("the same boxes several times", again, np.array([0.1, 0.4, 0.9, 0.5, 0.3, 0.2]), 0.6)
    yield Case("negative scores", three, np.array([-0.5, -2.0, -1.0]), 0.5)
    yield Case("random, five boxes", boxes(5, 8), scores(5), 0.1234)
    yield Case("random, four boxes", boxes(4, 6), scores(4), 0.1234)
    yield Case("random, twelve boxes", boxes(12, 12), scores(12), 0.3211)
    yield Case("random, thirty boxes, low threshold", boxes(30, 12), scores(30) - 0.5, 0.0987)
    yield Case("random, thirty boxes, high threshold", boxes(30, 4), scores(30), 0.6543)
    yield Case("three hundred boxes", boxes(300, reach=8), scores(300), 0.2345).once()
    yield Case("a single box", draw([1, 2, 4, 3]), np.array([0.2]), 0.5).edge("one box")
    yield Case("two equal scores", three[1:], np.array([0.5, 0.5]), 0.5).edge("equal scores")
    yield Case("equal scores, and one is dropped", chain, np.array([0.5, 0.7, 0.7]), 0.5).edge("equal scores")
    yield Case("all equal", boxes(9, 9), np.full(9, 0.5), 0.2345).edge("equal scores")
    levels = Case("eighty boxes, three scores", boxes(80, 30, 6), rng.choice([0.25, 0.5, 0.75], size=80), 0.2345)
    yield levels.plain().edge("equal scores")
    level = "equal to the threshold"
    yield Case("an IoU of 1/2", draw([0, 0, 4, 2], [0, 0, 2, 2]), np.array([0.9, 0.8]), 0.5).edge(level)
    yield Case("an IoU of 1/4 and one of 3/4", draw([0, 0, 4, 2], [2, 0, 4, 1], [0, 0, 3, 2]),
               np.array([0.9, 0.8, 0.7]), 0.25).edge(level)  # fmt: skip
    bounds = draw([0, 0, 2, 2], [2, 0, 4, 2], [1, 1, 3, 3], [0, 0, 2, 2], [2, 2, 5, 3])
    for bound in (0.0, 1.0):
        yield Case(f"threshold {bound:g}", bounds, np.array([0.5, 0.9, 0.6, 0.7, 0.8]), bound).edge("threshold 0 or 1")
    yield Case("no boxes", np.zeros((0, 4)), np.zeros(0), 0.5).judged(EMPTY).edge("no boxes")


def overlaps(boxes, extra=0.0, share="union", clip=True):
    """(n, n) IoU, or another measure that people take for it."""
    x1, y1, x2, y2 = boxes.T
    width = np.minimum.outer(x2, x2) - np.maximum.outer(x1, x1) + extra
    height = np.minimum.outer(y2, y2) - np.maximum.outer(y1, y1) + extra
    inter = np.maximum(width, 0) * np.maximum(height, 0) if clip else width * height
    area = (x2 - x1 + extra) * (y2 - y1 + extra)
    shares = {"union": np.add.outer(area, area) - inter, "sum": np.add.outer(area, area),
              "smaller": np.minimum.outer(area, area), "kept": area[:, None] + 0 * inter,
              "candidate": area + 0 * inter, "nothing": np.ones_like(inter)}  # fmt: skip
    with np.errstate(all="ignore"):
        return inter / shares[share]


def descending(scores):
    return np.argsort(-scores, kind="stable").tolist()


def greedy(above, order):
    """Keep in this order what no kept box drops; above[i, j]: box i would drop box j."""
    kept = []
    for j in order:
        if not any(above[i, j] for i in kept):
            kept.append(j)
    return kept


def usual(boxes, scores, threshold):
    return greedy(overlaps(boxes) > threshold, descending(scores))


@mistake("You let dropped boxes drop others. Compare a box only with the boxes that were kept before it.")
def dropped_boxes_drop(boxes, scores, threshold):
    above, order = overlaps(boxes) > threshold, descending(scores)
    return [j for k, j in enumerate(order) if not above[order[:k], j].any()]


@mistake("You compare each box with the {which} kept box only. Compare it with every box that was kept before.",
         constants={"which": ("last", "first")})
def one_kept_box(boxes, scores, threshold, *, which):
    above, kept = overlaps(boxes) > threshold, []
    for j in descending(scores):
        if not kept or not above[kept[-1 if which == "last" else 0], j]:
            kept.append(j)
    return kept


@mistake("You go through the boxes in the order of their indices. Start with the highest score.")
def by_index(boxes, scores, threshold):
    return greedy(overlaps(boxes) > threshold, range(len(boxes)))


@mistake("You start with the lowest score. Go through the boxes by descending score.",
         constants={"flipped": (False, True)})
def ascending(boxes, scores, threshold, *, flipped):
    return greedy(overlaps(boxes) > threshold, np.argsort(scores, kind="stable").tolist())[::-1 if flipped else 1]


@mistake("You list the kept boxes by their index. List them by descending score.")
def listed_by_index(boxes, scores, threshold):
    return sorted(usual(boxes, scores, threshold))


@mistake("You list the kept boxes from the lowest score to the highest. Put the highest first.")
def listed_backward(boxes, scores, threshold):
    return usual(boxes, scores, threshold)[::-1]


@mistake("You return positions in the sorted list. Return the indices that the boxes had at first.")
def ranks(boxes, scores, threshold):
    order = descending(scores)
    return greedy(overlaps(boxes[order]) > threshold, range(len(boxes)))


@mistake("You return the boxes themselves. Return their indices.")
def boxes_themselves(boxes, scores, threshold):
    return boxes[usual(boxes, scores, threshold)]


@mistake("You return a mask. Return the indices of the kept boxes, by descending score.")
def mask(boxes, scores, threshold):
    kept = np.zeros(len(boxes), dtype=bool)
    kept[usual(boxes, scores, threshold)] = True
    return kept


@mistake("You drop a box whose IoU equals the threshold. Drop it only if its IoU is above.")
def at_the_threshold(boxes, scores, threshold):
    return greedy(overlaps(boxes) >= threshold, descending(scores))


@mistake("You drop the boxes that overlap little and keep those that overlap much. Drop a box if its IoU is above the "
         "threshold.")
def drops_below(boxes, scores, threshold):
    return greedy(overlaps(boxes) < threshold, descending(scores))


@mistake("You compare the intersection with the threshold. Divide it by the union first.")
def bare_intersection(boxes, scores, threshold):
    return greedy(overlaps(boxes, share="nothing") > threshold, descending(scores))


@mistake("You divide the intersection by the area of {which}, so a box inside a larger one gets too large a value. "
         "Divide it by the union.",
         constants={"which": ("the lower-scored box", "the kept box", "the smaller box")})
def over_one_area(boxes, scores, threshold, *, which):
    share = {"the lower-scored box": "candidate", "the kept box": "kept", "the smaller box": "smaller"}[which]
    return greedy(overlaps(boxes, share=share) > threshold, descending(scores))


@mistake("Your union counts the intersection twice. Subtract it once from the sum of the two areas.")
def sum_of_areas(boxes, scores, threshold):
    return greedy(overlaps(boxes, share="sum") > threshold, descending(scores))


@mistake("You add 1 to each length, as where x2 is the last pixel of a box. Here the width is x2 - x1.",
         constants={"threshold_too": (False, True)})
def counted_pixels(boxes, scores, threshold, *, threshold_too):
    above = overlaps(boxes, extra=1.0)
    return greedy(above >= threshold if threshold_too else above > threshold, descending(scores))


@mistake("Boxes that are apart on both axes overlap in your code, because the product of two negative lengths is "
         "positive. Cut each length off at 0 before you multiply.")
def negative_lengths(boxes, scores, threshold):
    return greedy(overlaps(boxes, clip=False) > threshold, descending(scores))


@mistake("Among equal scores you take the higher index first, as when an ascending sort is reversed. Sort the negated "
         "scores with kind='stable'.", constants={"kind": ("quicksort", "stable")})
def ties_to_the_higher(boxes, scores, threshold, *, kind):
    return greedy(overlaps(boxes) > threshold, np.argsort(scores, kind=kind)[::-1].tolist())


@mistake("Your sort is not stable, so equal scores lose their order among many boxes. Pass kind='stable'.",
         when=both(uses("argsort", "sort"), lacks("argpartition", "partition")))
def not_stable(boxes, scores, threshold):
    return greedy(overlaps(boxes) > threshold, np.argsort(-scores).tolist())


@mistake("You leave out boxes whose score is 0 or less. Scores may be negative, and a box is kept unless another drops "
         "it.")
def positive_scores_only(boxes, scores, threshold):
    return [j for j in usual(boxes, scores, threshold) if scores[j] > 0]


@mistake("You leave out boxes whose score is below the threshold. The threshold is for the IoU only.")
def low_scores_left_out(boxes, scores, threshold):
    return [j for j in usual(boxes, scores, threshold) if scores[j] > threshold]


@mistake("You remove boxes from a list while a loop runs over it, so the loop skips the box behind each removed one. "
         "Build a new list of the boxes that stay.", when=uses("remove", "pop"))
def removed_while_looping(boxes, scores, threshold):
    above, order, kept = overlaps(boxes) > threshold, descending(scores), []
    while order:
        best = order.pop(0)
        kept.append(best)
        for j in order:
            if above[best, j]:
                order.remove(j)
    return kept


@mistake("Without boxes there is no best one, and your code fails. Return an empty list where n = 0.")
def fails_without_boxes(boxes, scores, threshold):
    order = descending(scores)
    order[0]
    return usual(boxes, scores, threshold)


@alternative
def box_by_box(boxes, scores, threshold):
    kept = []
    for j in sorted(range(len(scores)), key=lambda index: -scores[index]):
        a, b, c, d = boxes[j]
        for i in kept:
            e, f, g, h = boxes[i]
            shared = max(0.0, min(c, g) - max(a, e)) * max(0.0, min(d, h) - max(b, f))
            if shared > threshold * ((c - a) * (d - b) + (g - e) * (h - f) - shared) + 1e-9:
                break
        else:
            kept.append(j)
    return kept


@alternative
def best_of_the_rest(boxes, scores, threshold):
    iou, left, kept = overlaps(boxes), np.ones(len(boxes), dtype=bool), []
    while left.any():
        best = int(np.argmax(np.where(left, scores, -np.inf)))
        kept.append(best)
        left &= iou[best] <= threshold
        left[best] = False
    return tuple(kept)


@alternative
def rows_of_a_matrix(boxes, scores, threshold):
    order = np.lexsort((np.arange(len(scores)), -scores))
    iou = overlaps(boxes[order]) if len(order) else np.zeros((0, 0))
    stays = np.ones(len(order), dtype=bool)
    for i in range(len(order)):
        if stays[i]:
            stays[i + 1:] &= iou[i, i + 1:] <= threshold
    return order[stays].astype(np.int32)
