"""Beam search

Find a likely sequence of T tokens from a vocabulary of V. Trying all V^T
sequences takes too long, so keep only the beam_width best beginnings. Start
with the empty sequence and a score of 0. In each step t:

1. Extend every sequence of the beam by every token. Its score grows by
   log_probs[t, previous, next], where previous is the sequence's last
   token, or 0 for the empty sequence.
2. Of all these extensions together, keep the beam_width with the highest
   scores.

log_probs   (T, V, V) finite scores, indexed as [t, previous, next]
beam_width  how many sequences to keep, at least 1
returns     (sequence, score): the best sequence of the last beam, a list of
            T ints, and its total score

    >>> first = [[-1.0, -1.5], [0.0, 0.0]]
    >>> second = [[-2.0, -2.5], [-0.25, -4.0]]
    >>> beam_search(np.array([first, second]), 1)
    ([0, 0], -3.0)
    >>> beam_search(np.array([first, second]), 2)
    ([1, 0], -1.75)

Edge cases
- one step: T = 1
- one token: V = 1
- wide beam: with fewer extensions than beam_width, keep all of them
- ties: of equal scores, the lexicographically smaller sequence is better,
  both where the beam is cut and at the end; scores that differ by 1e-9 of
  their size do not tie
- tiny probabilities: scores below -1000, whose exponential is 0
"""

import numpy as np


def beam_search(log_probs, beam_width):
    raise NotImplementedError
