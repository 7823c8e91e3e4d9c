"""Rotary position embedding (RoPE)

Give queries and keys their position by rotating them. Each pair of
neighboring columns (2i, 2i + 1) is a point in a plane. At position p it
is rotated by the angle

    a = p · base^(−2i / d)

    x_2i    ->  x_2i cos a − x_2i+1 sin a
    x_2i+1  ->  x_2i sin a + x_2i+1 cos a

so the first pair turns fastest. The dot product of a rotated query and a
rotated key depends only on the distance between their positions.

x          (..., T, d), d even
positions  (T,), ints or floats, one for each row of x
base       a positive number, 10,000 by default: how fast the frequencies
           fall from pair to pair
returns    an array of x's shape

    >>> x = np.array([[1.0, 0.0, 0.0, 1.0], [1.0, 0.0, 0.0, 1.0]])
    >>> rope(x, np.array([0, 2]), base=100.0).round(3)
    array([[ 1.   ,  0.   ,  0.   ,  1.   ],
           [-0.416,  0.909, -0.199,  0.98 ]])

Edge cases
- leading axes: any number of them, also none; row t of the last two axes
  always has positions[t]
- any positions: they may start anywhere, come in any order and repeat
- negative positions: they rotate the other way
- fractional positions: they are not rounded
- other bases: an int or a float, also below 1
"""

import numpy as np


def rope(x, positions, base=10000.0):
    raise NotImplementedError
