# WRONG: the first step scores the mean over all previous tokens instead of previous = 0; witness: beam_search(np.log(np.array([[[0.1, 0.9], [0.99, 0.01]]])), 1)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    T, V, _ = lp.shape
    first = np.log(np.exp(lp[0]).mean(axis=0))
    beams = sorted((-float(first[v]), (v,)) for v in range(V))[:beam_width]
    for t in range(1, T):
        beams = sorted((neg - float(lp[t, s[-1], v]), s + (v,)) for neg, s in beams for v in range(V))[:beam_width]
    return list(beams[0][1]), -beams[0][0]
