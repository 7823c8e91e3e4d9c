"""Symmetric int8 quantisation

Store a tensor in one byte per entry and a single scale, so that x ≈ q · scale. The entry furthest from zero
lands on ±127, and zero stays exactly zero:

    scale = max |x| / 127
    q     = x / scale, rounded to the nearest integer, halves to the even one

x       any shape
returns (q, scale): q of x's shape and of dtype int8, scale a positive number

    >>> q, scale = quantize_int8(np.array([63.5, -31.25, 0.0, 1.25]))
    >>> q, float(scale)
    (array([127, -62,   0,   2], dtype=int8), 0.5)

Edge cases: an x of zeros alone gives a q of zeros and the scale 1; entries may be as small as 1e-20 or as
large as 1e6. -31.25 / 0.5 is -62.5: both -62 and -63 are as near, and -62 is even.
"""

import numpy as np


def quantize_int8(x):
    raise NotImplementedError
