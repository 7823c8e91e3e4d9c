# takes the best state of every step instead of following the back pointers
import numpy as np


def viterbi(log_start, log_transition, log_emission, observations):
    delta = log_start + log_emission[:, observations[0]]
    path = [int(delta.argmax())]
    for o in observations[1:]:
        delta = (delta[:, None] + log_transition).max(axis=0) + log_emission[:, o]
        path.append(int(delta.argmax()))
    return path, float(delta.max())
