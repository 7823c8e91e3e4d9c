"""Viterbi: the best score of each state, step by step, and the predecessors to walk back along.

The best path into state j goes through some state i before it, and its beginning must be the best path into i. So S
scores are enough to go on, and each step remembers which predecessor won. The path is known only at the end: from the
best last state, the predecessors lead back. argmax takes the first of equal scores, which is the rule for ties.

O(T · S²) time, O(T · S) memory.
"""

import numpy as np


def viterbi(log_start, log_transition, log_emission, observations):
    """The most likely path, a list of T states, and its log-probability."""
    scores = log_start + log_emission[:, observations[0]]  # (S,)
    winners = []
    for symbol in observations[1:]:
        ways = scores[:, None] + log_transition  # (S, S): [from, to]
        winners.append(np.argmax(ways, axis=0))
        scores = np.max(ways, axis=0) + log_emission[:, symbol]

    path = [int(np.argmax(scores))]
    for before in reversed(winners):
        path.append(int(before[path[-1]]))
    return path[::-1], float(np.max(scores))


# What an interviewer asks next
#
# How does this differ from the forward algorithm? That one sums over all paths where this one takes the maximum, and so
# gives the probability of the observations. In log space the maximum becomes a log-sum-exp, and there are no
# predecessors.
#
# Why not take the most likely state at each step? Posterior decoding does that. It makes the fewest wrong states on
# average, but its path may contain a transition of probability 0.
#
# How is it related to beam search? It is an exact search, because the next step depends on the last state alone: one
# best path per state is enough. Where the whole past matters, as in a language model, beam search keeps a few paths and
# is not exact.
#
# Where is it used with neural networks? In a conditional random field on top of a tagger: the network gives the
# emission scores, a table the transitions, and Viterbi finds the best tags. A CTC alignment is found in the same way.
