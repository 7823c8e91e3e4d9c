import numpy as np


class ShapeMismatch(ValueError):
    """Raised when two axes do not fit."""


def _merge(p: int, q: int) -> int:
    match (p, q):
        case (1, other) | (other, 1):
            return other
        case (x, y) if x == y:
            return x
        case _:
            raise ShapeMismatch(f"{p} against {q}")


def broadcast_shape(a: tuple, b: tuple) -> tuple:
    short, long = sorted((a, b), key=len)
    lead = len(long) - len(short)
    return tuple(long[:lead]) + tuple(map(_merge, short, long[lead:]))
