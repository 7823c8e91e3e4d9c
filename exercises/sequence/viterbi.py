"""Viterbi: the most likely path of states

A hidden Markov model goes through states that nobody sees, and emits one
symbol in each step. Given the symbols o_1 ... o_T, find the states
s_1 ... s_T whose path has the highest log-probability:

    log_start[s_1] + log_emission[s_1, o_1]
        + sum over t = 2 ... T of
          log_transition[s_(t-1), s_t] + log_emission[s_t, o_t]

log_start       (S,), the log-probability to begin in each state
log_transition  (S, S), indexed as [from, to]
log_emission    (S, V), indexed as [state, symbol]
observations    (T,) integers, the symbols o_1 ... o_T
returns         (path, score): a list of T ints, and the log-probability of
                that path

    >>> log_start = np.array([-1.0, -1.0])
    >>> log_transition = np.array([[-0.5, -1.0], [-2.0, -0.25]])
    >>> log_emission = np.array([[-0.25, -1.5], [-2.0, -0.25]])
    >>> viterbi(log_start, log_transition, log_emission, np.array([0, 1, 1]))
    ([0, 1, 1], -3.0)

Edge cases
- one step: T = 1
- one state: S = 1
- impossible: any of the three tables may hold -inf, but some path has a
  probability above 0
- ties: of several best paths, take the one with the lowest last state; of
  several that end alike, the one with the lowest state before that, and so
  on back to the first
- rounding: where sums are not exact, any path within 1e-9 of the best is
  right; ties are checked on multiples of 1/4, which need not be normalized
- long sequences: 1,500 steps at Python's default recursion limit, where the
  probability itself underflows to 0
"""

import numpy as np


def viterbi(log_start, log_transition, log_emission, observations):
    raise NotImplementedError
