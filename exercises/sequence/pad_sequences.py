"""Pad sequences to one length

Sequences of different lengths have to fit into one array. Fill up each
sequence at its end, to the length L of the longest, and mark what you
filled, so that later layers can leave it out:

    ids[i, t]     = sequences[i][t]  if t < len(sequences[i]), else value
    blocked[i, t] = True where ids[i, t] was filled, else False

sequences  a list of n >= 1 arrays of integers, each one-dimensional
value      the integer to fill with, 0 by default
returns    (ids, blocked), two arrays (n, L): ids holds integers, and
           blocked has dtype bool

    >>> ids, blocked = pad_sequences([np.array([5, 6, 7]), np.array([8])])
    >>> ids
    array([[5, 6, 7],
           [8, 0, 0]])
    >>> blocked
    array([[False, False, False],
           [False,  True,  True]])

Edge cases
- nothing to fill: one sequence, or several of the same length
- empty sequences: some sequences may be empty, but not all of them
- the value as a token: a token may equal value; it is not blocked
- large numbers: tokens and value are int64, such as 2**60 + 1 or -7
"""

import numpy as np


def pad_sequences(sequences, value=0):
    raise NotImplementedError
