# adds the scores along the wrong axis, as if the table were [to, from]
import numpy as np


def viterbi(log_start, log_transition, log_emission, observations):
    score = log_start + log_emission[:, observations[0]]
    ptrs = []
    for o in observations[1:]:
        ways = score[None, :] + log_transition
        ptrs.append(ways.argmax(axis=1))
        score = ways.max(axis=1) + log_emission[:, o]
    path = [int(score.argmax())]
    for p in reversed(ptrs):
        path.append(int(p[path[-1]]))
    return path[::-1], float(score.max())
