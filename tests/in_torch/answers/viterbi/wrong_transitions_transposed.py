# mistake: transposed
import torch


def viterbi(log_start, log_transition, log_emission, observations):
    """The most likely path, a list of T states, and its log-probability."""
    scores = log_start + log_emission[:, observations[0]]  # (S,)
    backpointers = []
    for symbol in observations[1:]:
        # max over the state before; of equal scores, it returns the first index.
        scores, before = (scores + log_transition).max(dim=1)
        scores = scores + log_emission[:, symbol]
        backpointers.append(before)

    best, state = scores.max(dim=0)
    path = [int(state)]
    for before in reversed(backpointers):
        path.append(int(before[path[-1]]))
    return path[::-1], float(best)
