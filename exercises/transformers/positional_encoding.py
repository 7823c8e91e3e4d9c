"""Sinusoidal positional encoding

Attention does not know the order of its tokens, so models add a pattern
that tells positions apart. Columns 2i and 2i + 1 hold the sine and the
cosine of one angle, and each pair turns more slowly than the last:

    PE[pos, 2i]     = sin(pos / 10000^(2i / d_model))
    PE[pos, 2i + 1] = cos(pos / 10000^(2i / d_model))

seq_len  number of positions, counted from 0; an int of at least 1
d_model  number of columns, an int of at least 1
returns  a float64 array (seq_len, d_model)

    >>> positional_encoding(3, 4).round(4)
    array([[ 0.    ,  1.    ,  0.    ,  1.    ],
           [ 0.8415,  0.5403,  0.01  ,  1.    ],
           [ 0.9093, -0.4161,  0.02  ,  0.9998]])

Edge cases
- odd widths: with an odd d_model, the last column is a sine without its
  cosine
- sizes of 1: seq_len = 1 and d_model = 1 work
- long sequences: tens of thousands of positions, without loss of
  precision
"""

import numpy as np


def positional_encoding(seq_len, d_model):
    raise NotImplementedError
