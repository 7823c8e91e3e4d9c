# right, but the recursion is as deep as the sequence is long
import numpy as np


def viterbi(log_start, log_transition, log_emission, observations):
    score = log_start + log_emission[:, observations[0]]
    ptrs = []
    for o in observations[1:]:
        ways = score[:, None] + log_transition
        ptrs.append(ways.argmax(axis=0))
        score = ways.max(axis=0) + log_emission[:, o]

    def walk(t, state):
        return [state] if t == 0 else [*walk(t - 1, int(ptrs[t - 1][state])), state]

    return walk(len(ptrs), int(score.argmax())), float(score.max())
