# WRONG: the tie at the end is right, but ties at the cut keep the larger sequence; witness: beam_search(np.array([[[-1.0, -1.0], [0, 0]], [[-1.0, -1.0], [-1.0, -1.0]]]), 1)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    T = lp.shape[0]
    beams = [(0.0, ())]
    for t in range(T):
        cands = [(s + float(lp[t, seq[-1] if seq else 0, v]), seq + (v,)) for s, seq in beams for v in range(lp.shape[2])]
        beams = sorted(cands, reverse=True)[:beam_width]
    score, seq = min(beams, key=lambda c: (-c[0], c[1]))
    return list(seq), score
