"""Beam search

Find a likely sequence of T tokens from a vocabulary of V. Trying all V^T is out of the question; keep the
beam_width best beginnings instead. Start with the empty sequence and a score of 0. In each step t:

1. extend every sequence of the beam by every token: its score grows by log_probs[t, previous, next], where
   previous is the sequence's last token, and 0 for the empty sequence
2. of all these extensions together, keep the beam_width with the highest scores

log_probs   (T, V, V), as [t, previous, next]
beam_width  at least 1; there may be fewer extensions than that, and then all are kept
returns     (sequence, score): the best sequence of the last beam, a list of T ints, and its total score

    >>> first = [[-1.0, -1.5], [0.0, 0.0]]
    >>> second = [[-2.0, -2.5], [-0.25, -4.0]]
    >>> beam_search(np.array([first, second]), 1)
    ([0, 0], -3.0)
    >>> beam_search(np.array([first, second]), 2)
    ([1, 0], -1.75)

Edge cases: among equal scores the lexicographically smaller sequence is the better one, wherever the beam
is cut and at the end.
"""

import numpy as np


def beam_search(log_probs, beam_width):
    raise NotImplementedError
