"""Rotary position embedding (RoPE)

Give queries and keys their position by turning them. Each pair of neighbouring columns (2i, 2i + 1) is a point
in a plane, and at position p it is rotated by the angle

    a = p · base^(−2i / d)

    (x_2i, x_2i+1)  ->  (x_2i cos a − x_2i+1 sin a,  x_2i sin a + x_2i+1 cos a)

so the first pair turns fastest. The dot product of a turned query and a turned key depends on the distance
between their positions alone.

x         (..., T, d), d even: any leading axes, none included
positions (T,) ints or floats, one for each row of x, in any order
base      how fast the frequencies fall; 10,000 unless told otherwise
returns   an array of x's shape

    >>> x = np.array([[1.0, 0.0, 0.0, 1.0], [1.0, 0.0, 0.0, 1.0]])
    >>> rope(x, np.array([0, 2]), base=100.0).round(3)
    array([[ 1.   ,  0.   ,  0.   ,  1.   ],
           [-0.416,  0.909, -0.199,  0.98 ]])

Edge cases: position 0 changes nothing; positions may repeat, be negative or fractional, or start anywhere; x
itself stays as it is.
"""

import numpy as np


def rope(x, positions, base=10000.0):
    raise NotImplementedError
