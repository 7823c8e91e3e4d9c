# exercise: softmax
# ways: none, object_array, ragged, generator, function, module, type, self, 300MB, masked, masked_scalar, complex, complex_scalar, string, bytes, set, dict, datetime, structured, void, unicode_array, bool, huge_int, huge_int_array, tiny_int, nan, inf, nan_floods, longdouble, float16, bigendian, huge_broadcast, empty, zero_size, scalar, negative_strides, exception, ellipsis, not_implemented, generator_of_right
# outcome: failed
import sys

import numpy as np


def softmax(x, axis=-1):
    return {
        "none": lambda: None,
        "object_array": lambda: np.array([None, x], dtype=object),
        "ragged": lambda: [[1.0, 2.0], [3.0]],
        "generator": lambda: (each for each in x),
        "function": lambda: softmax,
        "module": lambda: sys,
        "type": lambda: np.ndarray,
        "self": lambda: sys.modules[__name__],
        "300MB": lambda: np.zeros((300, 2**17)),
        "masked": lambda: np.ma.array(x, mask=np.ones(x.shape, bool)),
        "masked_scalar": lambda: np.ma.masked,
        "complex": lambda: x.astype(complex),
        "complex_scalar": lambda: 1j,
        "string": lambda: "[0.5, 0.5] [bold red]",
        "bytes": lambda: x.tobytes(),
        "set": lambda: {0.5},
        "dict": lambda: {0: 0.5, np.float64(1): 0.5, (1, (2, 3)): x, None: None},
        "datetime": lambda: np.array(["2020-01-01"], dtype="M8[D]"),
        "structured": lambda: np.zeros(2, dtype=[("a", "f8"), ("b", "i4")]),
        "void": lambda: np.void(b"abc"),
        "unicode_array": lambda: np.array(["0.5", "0.5"]),
        "bool": lambda: True,
        "huge_int": lambda: 10**5000,
        "huge_int_array": lambda: [2**1022, 2**1022],
        "tiny_int": lambda: np.int8(1),
        "nan": lambda: np.nan,
        "inf": lambda: np.full(x.shape, np.inf),
        "nan_floods": lambda: np.full((1000, 1000), np.nan),
        "longdouble": lambda: x.astype(np.longdouble),
        "float16": lambda: x.astype(np.float16),
        "bigendian": lambda: x.astype(">f8"),
        "huge_broadcast": lambda: np.broadcast_to(1.0, (10**6, 10**6)),
        "empty": lambda: [],
        "zero_size": lambda: np.empty((0, 2**40)),
        "scalar": lambda: np.float64(0.5),
        "negative_strides": lambda: x[::-1],
        "exception": lambda: ValueError("returned, not raised"),
        "ellipsis": lambda: ...,
        "not_implemented": lambda: NotImplemented,
        "generator_of_right": lambda: iter([1.0]),
    }["@way@"]()
