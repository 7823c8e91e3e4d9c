# replaces -inf by a floor of -3, which makes impossible moves likely
import numpy as np


def viterbi(log_start, log_transition, log_emission, observations):
    a, b, c = (np.maximum(m, -3.0) for m in (log_start, log_transition, log_emission))
    score = a + c[:, observations[0]]
    ptrs = []
    for o in observations[1:]:
        ways = score[:, None] + b
        ptrs.append(ways.argmax(axis=0))
        score = ways.max(axis=0) + c[:, o]
    path = [int(score.argmax())]
    for p in reversed(ptrs):
        path.append(int(p[path[-1]]))
    return path[::-1], float(score.max())
