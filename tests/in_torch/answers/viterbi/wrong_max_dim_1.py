# mistake: maximum_over_the_next_state
import torch


def viterbi(log_start, log_transition, log_emission, observations):
    scores = log_start + log_emission[:, observations[0]]
    pointers = []
    for symbol in observations[1:]:
        best, before = (scores[:, None] + log_transition).max(dim=1)
        pointers.append(before)
        scores = best + log_emission[:, symbol]
    path = [scores.argmax().item()]
    for before in reversed(pointers):
        path.append(before[path[-1]].item())
    return path[::-1], scores.max().item()
