# exercise: softmax
# ways: wide, wide_tuple, wide_dict, deep, itself, itself_by_dict, doubling, doubling_dict, long_string, many_strings, long_key, foreign_name, many_arrays, many_big_ints
# outcome: failed
# limit: 8
import numpy as np

Long = type("L" + "o" * 10_000_000 + "ng [bold]", (), {})


def nested(levels, wrap):
    inside = 0.0
    for _ in range(levels):
        inside = wrap(inside)
    return inside


def itself():
    inside = []
    inside.append(inside)
    return inside


def itself_by_dict():
    inside = {}
    inside["again"] = (inside,)
    return inside


RESULT = {
    "wide": lambda: [0.0] * 30_000_000,
    "wide_tuple": lambda: (0.0,) * 30_000_000,
    "wide_dict": lambda: dict.fromkeys(range(3_000_000)),
    "deep": lambda: nested(100_000, lambda inside: [inside]),
    "itself": itself,
    "itself_by_dict": itself_by_dict,
    "doubling": lambda: nested(60, lambda inside: [inside, inside]),
    "doubling_dict": lambda: nested(60, lambda inside: {"a": inside, "b": (inside, inside)}),
    "long_string": lambda: "x" * 100_000_000,
    "many_strings": lambda: ["x" * 90_000] * 100_000,
    "long_key": lambda: {"x" * 100_000_000: 1.0},
    "foreign_name": Long,
    "many_arrays": lambda: [np.zeros(1_000_000)] * 1000,
    "many_big_ints": lambda: [2**1020] * 150_000,
}["@way@"]()


def softmax(x, axis=-1):
    return RESULT
