"""Int8 quantization per channel

One large weight makes the scale of a whole matrix coarse. So give each
output channel, a column of W, a scale of its own, and store one byte per
weight. For each column c:

    scale[c] = max |W[:, c]| / 127
    q[:, c]  = W[:, c] / scale[c], rounded to the nearest integer,
               halves to even

So the largest entry of each column becomes ±127, and W ≈ q · scale.

W        (d_in, d_out)
returns  (q, scale): q (d_in, d_out) of dtype int8, with entries from −127
         to 127, and scale (d_out,)

    >>> W = np.array([[63.5, 2.0], [-31.0, -254.0], [1.25, 5.0]])
    >>> q, scale = quantize_per_channel(W)
    >>> q
    array([[ 127,    1],
           [ -62, -127],
           [   2,    2]], dtype=int8)
    >>> scale
    array([0.5, 2. ])

The scales are 0.5 and 2. In the last row, both quotients are 2.5, a half,
and become 2.

Edge cases
- one row: d_in = 1 makes every nonzero entry 127 or −127
- one column: d_out = 1
- halves: where the scale is a power of two, so that the quotients are exact,
  2.5 becomes 2 and −3.5 becomes −4
- columns of zeros: all codes are 0 and the scale is 1
- different sizes: one column may be a million times larger than another
"""

import numpy as np


def quantize_per_channel(W):
    raise NotImplementedError
