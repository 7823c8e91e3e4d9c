import torch


def viterbi(log_start, log_transition, log_emission, observations):
    """The most likely path of states, and its log-probability."""
    scores = log_start + log_emission[:, observations[0]]
    pointers = []
    for symbol in observations[1:]:
        best, before = (scores[:, None] + log_transition).max(dim=0)  # from in dim 0, to in dim 1
        pointers.append(before)
        scores = best + log_emission[:, symbol]

    path = [int(scores.argmax())]
    for before in reversed(pointers):
        path.append(int(before[path[-1]]))
    return path[::-1], float(scores.max())
