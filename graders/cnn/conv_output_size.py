"""Output size: an int, rounded down, and no size for a kernel that does not fit."""

import math

from mlprep.grading.api import Case, alternative, both, equal, lacks, mistake, says

CHECKS = (equal(),)


def cases(rng):
    yield Case("stride 1, no padding", 5, 3)
    yield Case("padding keeps the size", 5, 3, padding=1)
    yield Case("a stride that fits", 7, 3, stride=2)
    yield Case("a stride that does not fit", 8, 3, stride=2)
    yield Case("stride and padding by position", 28, 5, 3, 2)
    yield Case("a remainder with padding", 10, 4, stride=3, padding=1)
    yield Case("an even kernel", 224, 2, stride=2)
    kernel, stride, padding = (int(each) for each in rng.integers((1, 2, 0), (8, 5, 4)))
    yield Case("random", int(kernel + rng.integers(0, 40)), kernel, stride=stride, padding=padding)
    yield Case("three hundred entries", 300, 3)
    yield Case("the kernel is the input", 3, 3).edge("exact fit")
    yield Case("one entry", 1, 1).edge("exact fit")
    yield Case("the kernel is the padded input", 5, 9, padding=2).edge("exact fit")
    yield Case("a kernel that fits thanks to padding", 2, 4, padding=1).edge("large padding")
    yield Case("a large kernel that fits thanks to padding", 3, 6, 2, 2).edge("large padding")
    yield Case("padding wider than the kernel", 3, 1, padding=2).edge("large padding")
    yield Case("a stride larger than the room", 5, 3, stride=4).edge("large strides")
    yield Case("a stride larger than the input", 3, 2, stride=5).edge("large strides")
    yield Case("a kernel one too large", 3, 4).edge("large kernels")
    yield Case("a kernel larger than the padded input", 2, 5, padding=1).edge("large kernels")
    yield Case("a kernel too large by less than the stride", 3, 4, stride=2).edge("large kernels")
    yield Case("a kernel too large for a wide stride", 1, 5, stride=3, padding=1).edge("large kernels")


def checked(size, kernel, padding):
    if size + 2 * padding < kernel:
        raise ValueError


@mistake("Your result is a float, with a fraction where the stride does not fit. Round the quotient down, as // does.")
def true_division(size, kernel, stride=1, padding=0):
    checked(size, kernel, padding)
    return (size + 2 * padding - kernel) / stride + 1


@mistake("The value is right, but it is a float. Divide with // or convert the result to int.")
def floor_of_a_float(size, kernel, stride=1, padding=0):
    checked(size, kernel, padding)
    return float((size + 2 * padding - kernel) // stride + 1)


@mistake("You round up. A position that does not fit completely does not count, so round down.")
def rounded_up(size, kernel, stride=1, padding=0):
    checked(size, kernel, padding)
    return math.ceil((size + 2 * padding - kernel) / stride) + 1


@mistake("You round to the nearest integer. A position that does not fit completely does not count, so round down.")
def rounded_to_nearest(size, kernel, stride=1, padding=0):
    checked(size, kernel, padding)
    return round((size + 2 * padding - kernel) / stride) + 1


@mistake("You count the padding once. It is added at both ends: 2 * padding.")
def padding_once(size, kernel, stride=1, padding=0):
    if size + padding < kernel:
        raise ValueError
    return (size + padding - kernel) // stride + 1


@mistake("You ignore the padding. It adds `padding` entries at both ends: size + 2 * padding.")
def ignores_padding(size, kernel, stride=1, padding=0):
    if size < kernel:
        raise ValueError
    return (size - kernel) // stride + 1


@mistake("The + 1 is missing. The kernel's first position counts too.")
def steps_only(size, kernel, stride=1, padding=0):
    checked(size, kernel, padding)
    return (size + 2 * padding - kernel) // stride


@mistake("You add the 1 before dividing by the stride. Round the number of steps down first, then add 1 for the first "
         "position.")
def one_inside(size, kernel, stride=1, padding=0):
    checked(size, kernel, padding)
    return (size + 2 * padding - kernel + 1) // stride


@mistake("You divide the number of positions at stride 1 by the stride and round down. Divide the number of steps, one "
         "less, and add 1 for the first position.")
def positions_divided(size, kernel, stride=1, padding=0):
    checked(size, kernel, padding)
    return max((size + 2 * padding - kernel + 1) // stride, 1)


@mistake("You do not raise an error for a kernel longer than the padded input. Raise ValueError.")
def not_checked(size, kernel, stride=1, padding=0):
    return (size + 2 * padding - kernel) // stride + 1


@mistake("You compare the kernel with the input alone. Padding makes room too, so compare with size + 2 * padding.")
def padding_forgotten_in_check(size, kernel, stride=1, padding=0):
    if kernel > size:
        raise ValueError
    return (size + 2 * padding - kernel) // stride + 1


@mistake("You reject a kernel exactly as long as the padded input. It fits in one position.")
def equal_rejected(size, kernel, stride=1, padding=0):
    if size + 2 * padding <= kernel:
        raise ValueError
    return (size + 2 * padding - kernel) // stride + 1


@mistake("You reject only results below 1, after rounding toward 0, so a kernel slightly too large passes. Compare "
         "the kernel with the padded input.")
def truncated(size, kernel, stride=1, padding=0):
    out = int((size + 2 * padding - kernel) / stride) + 1
    if out < 1:
        raise ValueError
    return out


@mistake("You check the kernel with assert, which raises AssertionError. Raise ValueError.", kind="crashed",
         when=both(says("must raise ValueError. Your function raised AssertionError"), lacks("ValueError")))
def asserted(size, kernel, stride=1, padding=0):
    assert kernel <= size + 2 * padding
    return (size + 2 * padding - kernel) // stride + 1


@alternative
def by_counting(size, kernel, stride=1, padding=0):
    length = size + padding + padding
    if kernel > length:
        raise ValueError(f"{kernel} > {length}")
    return len(range(0, length - kernel + 1, stride))


@alternative
def by_rounding_up(size, kernel, stride=1, padding=0):
    starts = size - kernel + 2 * padding + 1
    if starts <= 0:
        raise ValueError
    return -(-starts // stride)


@alternative
def by_floor(size, kernel, stride=1, padding=0):
    out = math.floor((size - kernel + 2 * padding) / stride) + 1
    if out <= 0:
        raise ValueError("no room")
    return int(out)
