"""IoU of all pairs: lengths cut off at 0 one by one, a true union, no NaN without area, and no constant below it."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake

TO_A_BILLIONTH = close(rtol=1e-9, atol=1e-14)


def cases(rng):
    def boxes(n, low=-5.0, high=5.0):
        starts = rng.uniform(low, high, size=(n, 2))
        return np.hstack([starts, starts + rng.uniform(0.3, 1.0, size=(n, 2)) * (high - low) * 0.6])

    def draw(*rows):
        return np.array(rows, dtype=float)

    yield Case("two boxes that overlap", draw([0, 0, 4, 2]), draw([1, 1, 5, 4]))
    yield Case("one inside the other", draw([0, 0, 4, 3]), draw([1, 1, 3, 2]))
    yield Case("a box and itself", draw([1, 2, 4, 7]), draw([1, 2, 4, 7]))
    yield Case("apart on one axis", draw([0, 0, 2, 2]), draw([5, 1, 7, 3]))
    yield Case("apart on both axes", draw([0, 0, 2, 3]), draw([5, 4, 6, 6]))
    yield Case("one box and two", draw([0, 0, 4, 2]), draw([2, 0, 6, 2], [0, 0, 2, 1]))
    yield Case("two boxes and one", draw([0, 0, 4, 2], [3, 1, 7, 2]), draw([2, 0, 6, 2]))
    yield Case("below 0", draw([-6, -5, -1, -2]), draw([-3, -4, 2, 0], [-9, -9, -8, -6], [-4, -3, -2, -1]))
    yield Case("random, three boxes and five", boxes(3), boxes(5))
    yield Case("random, as many on both sides", boxes(3), boxes(3))
    yield Case("random, four boxes and four", boxes(4), boxes(4))
    yield Case("random pixels", boxes(6, 0.0, 640.0).round(), boxes(2, 0.0, 640.0).round())
    yield Case("three hundred boxes", boxes(300), boxes(2)).plain()
    touching = draw([2, 0, 4, 2], [0, 2, 2, 5], [2, 2, 3, 3], [-1, -3, 0, 0])
    yield Case("a common edge or corner", draw([0, 0, 2, 2]), touching).edge("touching boxes")
    far = Case("touching on one axis, apart on the other", draw([0, 0, 2, 2]), draw([2, 5, 4, 6]))
    yield far.edge("touching boxes")
    yield Case("a point and itself", draw([1, 1, 1, 1]), draw([1, 1, 1, 1])).edge("no area")
    yield Case("two different lines", draw([0, 0, 3, 0]), draw([1, 1, 1, 4])).edge("no area")
    line = Case("a line inside a box", draw([0, 0, 4, 4], [2, 1, 2, 3]), draw([2, 1, 2, 3], [1, 1, 3, 3]))
    yield line.edge("no area")
    small = draw([0, 0, 1e-4, 1e-4]), draw([5e-5, 0, 1.5e-4, 1e-4], [0, 2e-5, 1e-4, 1.2e-4])
    yield Case("sides of 1e-4", *small).judged(TO_A_BILLIONTH).edge("small boxes")
    small = 2e-4 * boxes(3, 0.0, 5.0), 2e-4 * boxes(4, 0.0, 5.0)
    yield Case("sides of some 1e-4", *small).judged(TO_A_BILLIONTH).edge("small boxes")
    inside = Case("a small box in a large one", draw([0, 0, 1, 1]), draw([0, 0, 1e-4, 1e-4]))
    yield inside.judged(TO_A_BILLIONTH).edge("small boxes")
    tiny = 1e-9 * draw([0, 0, 3, 3]), 1e-9 * draw([1, 0, 4, 3])
    yield Case("sides of 3e-9", *tiny).plain().beyond(
        "Sides of 3e-9 give {got} instead of 0.5, because a constant takes part in the division or in a comparison. "
        "Skip the division where the union is exactly 0.")


def sides(a, b):
    """What the intersection measures along both axes, negative where the boxes are apart; (n, m) each."""
    start, end = np.maximum(a[:, None, :2], b[:, :2]), np.minimum(a[:, None, 2:], b[:, 2:])
    return np.moveaxis(end - start, -1, 0)


def area(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


def ratio(top, bottom):
    with np.errstate(all="ignore"):
        return np.where(bottom == 0, 0.0, top / np.where(bottom == 0, 1.0, bottom))


def overlap(a, b):
    return np.prod(np.maximum(sides(a, b), 0), axis=0)


def usual(a, b):
    inter = overlap(a, b)
    return ratio(inter, area(a)[:, None] + area(b) - inter)


@mistake("You multiply negative lengths. Boxes that are apart on both axes then get a positive overlap, and those that "
         "are apart on one axis a negative one. Cut each length off at 0 before you multiply.")
def negative_lengths(a, b):
    width, height = sides(a, b)
    return ratio(width * height, area(a)[:, None] + area(b) - width * height)


@mistake("Boxes that are apart on both axes get a positive overlap in your code, since the product of two negative "
         "lengths is positive. Cut each length off at 0 before you multiply.")
def product_cut_off(a, b):
    width, height = sides(a, b)
    inter = np.maximum(width * height, 0)
    return ratio(inter, area(a)[:, None] + area(b) - inter)


@mistake("Boxes that are apart on one axis only get a negative overlap in your code. They share no area as soon as one "
         "length is negative: cut each length off at 0.")
def apart_on_one_axis(a, b):
    width, height = sides(a, b)
    inter = np.where((width < 0) & (height < 0), 0.0, width * height)
    return ratio(inter, area(a)[:, None] + area(b) - inter)


@mistake("You compare box i of a with box i of b only. Compare every box of a with every box of b, which gives (n, m).")
def paired(a, b):
    length = np.minimum(a[:, 2:], b[:, 2:]) - np.maximum(a[:, :2], b[:, :2])
    inter = np.prod(np.maximum(length, 0), axis=1)
    return ratio(inter, area(a) + area(b) - inter)


@mistake("You subtract the empty share of the enclosing box, which is GIoU. Return the plain intersection over union.")
def generalized(a, b):
    hull = np.prod(np.maximum(a[:, None, 2:], b[:, 2:]) - np.minimum(a[:, None, :2], b[:, :2]), axis=2)
    union = area(a)[:, None] + area(b) - overlap(a, b)
    return usual(a, b) - ratio(hull - union, hull)


@mistake("You take the absolute value of lengths, so boxes that are apart get an overlap. A negative length means no "
         "overlap: cut it off at 0.")
def absolute_lengths(a, b):
    width, height = np.abs(sides(a, b))
    return ratio(width * height, area(a)[:, None] + area(b) - width * height)


@mistake("Your union counts the intersection twice. Subtract it once from the sum of the two areas.")
def sum_of_areas(a, b):
    return ratio(overlap(a, b), area(a)[:, None] + area(b))


@mistake("You compute the Dice score, 2 * intersection / (area_a + area_b). Divide the intersection by the union.")
def dice(a, b):
    return ratio(2 * overlap(a, b), area(a)[:, None] + area(b))


@mistake("You divide by the area of the {which} box. Divide by the union: both areas minus the intersection.",
         constants={"which": ("smaller", "first", "second", "larger")})
def over_one_box(a, b, *, which):
    first, second = np.broadcast_arrays(area(a)[:, None], area(b))
    bottom = {"smaller": np.minimum(first, second), "larger": np.maximum(first, second), "first": first,
              "second": second}  # fmt: skip
    return ratio(overlap(a, b), bottom[which])


@mistake("You divide by the area of the box that encloses both. The union is smaller: both areas minus the "
         "intersection.")
def over_the_enclosing_box(a, b):
    hull = np.maximum(a[:, None, 2:], b[:, 2:]) - np.minimum(a[:, None, :2], b[:, :2])
    return ratio(overlap(a, b), hull.prod(axis=2))


@mistake("You add 1 to each length, as where x2 is the last pixel of a box. Here a box reaches from x1 to x2, and its "
         "width is x2 - x1.")
def counted_pixels(a, b):
    inter = np.prod(np.maximum(sides(a, b) + 1, 0), axis=0)
    one = [(boxes[:, 2] - boxes[:, 0] + 1) * (boxes[:, 3] - boxes[:, 1] + 1) for boxes in (a, b)]
    return ratio(inter, one[0][:, None] + one[1] - inter)


@mistake("You read a box as (x1, y1, width, height). The last two numbers are x2 and y2, where the box ends.")
def width_and_height(a, b):
    return usual(*(np.hstack([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]]) for boxes in (a, b)))


@mistake("You read a box as its center, width and height. It is (x1, y1, x2, y2): two opposite corners.")
def center_and_size(a, b):
    return usual(*(np.hstack([x[:, :2] - x[:, 2:] / 2, x[:, :2] + x[:, 2:] / 2]) for x in (a, b)))


@mistake("You read a box as (x1, x2, y1, y2). It is (x1, y1, x2, y2).")
def corners_in_another_order(a, b):
    return usual(a[:, [0, 2, 1, 3]], b[:, [0, 2, 1, 3]])


@mistake("You compare x of one box with y of the other. Columns 0 and 2 are x in both sets, and columns 1 and 3 are y.")
def x_against_y(a, b):
    return usual(a, b[:, [1, 0, 3, 2]])


@mistake("Your result is transposed. Row i belongs to box i of a, and column j to box j of b.")
def transposed(a, b):
    return usual(a, b).T


@mistake("The intersection starts at the larger of the two starts and ends at the smaller of the two ends. You have "
         "them the other way around, which measures the box that encloses both.")
def smaller_start(a, b):
    hull = np.maximum(a[:, None, 2:], b[:, 2:]) - np.minimum(a[:, None, :2], b[:, :2])
    inter = hull.prod(axis=2)
    return ratio(inter, area(a)[:, None] + area(b) - inter)


@mistake("Where no box has an area, the union is 0 and you divide by it. The result there is 0.")
def zero_over_zero(a, b):
    inter = overlap(a, b)
    with np.errstate(all="ignore"):
        return inter / (area(a)[:, None] + area(b) - inter)


@mistake("A constant such as {eps} in the denominator changes the IoU of small boxes, whose area may be 1e-8. Skip "
         "the division where the union is 0 instead.",
         constants={"eps": (1e-6, 1e-8, 1e-9, 1e-7, 1e-5, 1e-10, 1e-12, 1e-16, 1e-15)})
def constant_in_the_denominator(a, b, *, eps=1e-6):
    inter = overlap(a, b)
    return inter / (area(a)[:, None] + area(b) - inter + eps)


@mistake("You treat a union of less than {eps} as 0. Boxes with sides of 1e-4 have an area of 1e-8: compare with 0.",
         constants={"eps": (1e-6, 1e-7, 1e-5)})
def small_union_is_zero(a, b, *, eps=1e-6):
    inter = overlap(a, b)
    union = area(a)[:, None] + area(b) - inter
    return np.where(union > eps, ratio(inter, union), 0.0)


@mistake("You divide by the larger of the union and {eps}. Boxes with sides of 1e-4 have an area of 1e-8, so small "
         "unions must count as they are.", constants={"eps": (1e-6, 1e-7, 1e-5)})
def union_bounded_below(a, b, *, eps=1e-6):
    inter = overlap(a, b)
    return inter / np.maximum(area(a)[:, None] + area(b) - inter, eps)


@mistake("You give identical boxes without area an IoU of 1. Where the union has area 0, the result is 0.")
def one_without_area(a, b):
    inter = overlap(a, b)
    union = area(a)[:, None] + area(b) - inter
    return np.where(union == 0, 1.0, ratio(inter, union))


@alternative
def pair_by_pair(a, b):
    out = []
    for x1, y1, x2, y2 in a.tolist():
        row = []
        for u1, v1, u2, v2 in b.tolist():
            inter = max(0.0, min(x2, u2) - max(x1, u1)) * max(0.0, min(y2, v2) - max(y1, v1))
            union = (x2 - x1) * (y2 - y1) + (u2 - u1) * (v2 - v1) - inter
            row.append(inter / union if union else 0.0)
        out.append(row)
    return out


@alternative
def clipped_boxes(a, b):
    out = np.zeros((len(a), len(b)))
    for i, box in enumerate(a):
        seen = np.clip(b, np.tile(box[:2], 2), np.tile(box[2:], 2))  # the part of each box inside this one
        inter = (seen[:, 2] - seen[:, 0]) * (seen[:, 3] - seen[:, 1])
        union = (box[2] - box[0]) * (box[3] - box[1]) + np.prod(b[:, 2:] - b[:, :2], axis=1) - inter
        some = inter > 0
        out[i, some] = inter[some] / union[some]
    return out


@alternative
def nan_replaced(a, b):
    sizes = [np.prod(x[:, 2:] - x[:, :2], axis=-1) for x in (a, b)]
    lengths = np.minimum(a[:, None, 2:], b[None, :, 2:]) - np.maximum(a[:, None, :2], b[None, :, :2])
    inter = np.clip(lengths, 0, None).prod(axis=-1)
    with np.errstate(all="ignore"):
        return np.nan_to_num(inter / (np.add.outer(*sizes) - inter))
