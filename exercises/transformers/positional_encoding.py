"""Sinusoidal positional encoding

Attention does not know the order of its tokens, so a pattern that tells positions apart is added to them.
Columns 2i and 2i + 1 hold the sine and the cosine of one angle, and each pair turns more slowly than the
last:

    PE[pos, 2i]     = sin(pos / 10000^(2i / d_model))
    PE[pos, 2i + 1] = cos(pos / 10000^(2i / d_model))

seq_len  number of positions, counted from 0
d_model  number of columns, even or odd
returns  (seq_len, d_model)

    >>> positional_encoding(3, 4).round(4)
    array([[ 0.    ,  1.    ,  0.    ,  1.    ],
           [ 0.8415,  0.5403,  0.01  ,  1.    ],
           [ 0.9093, -0.4161,  0.02  ,  0.9998]])

Edge cases: with an odd d_model the last column is a sine without its cosine; d_model = 1 and seq_len = 1
work.
"""

import numpy as np


def positional_encoding(seq_len, d_model):
    raise NotImplementedError
