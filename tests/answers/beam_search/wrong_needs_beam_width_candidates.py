# WRONG: fewer candidates than beam_width is an error (np.argpartition with kth out of bounds); witness: beam_search(np.log(np.full((2, 2, 2), 0.5)), 3)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    V = lp.shape[1]
    beams = [([], 0.0)]
    for t in range(lp.shape[0]):
        cands = []
        for seq, score in beams:
            row = lp[t, seq[-1] if seq else 0]
            cands.extend((seq + [v], score + float(row[v])) for v in range(V))
        scores = np.array([c[1] for c in cands])
        kth = np.partition(-scores, beam_width - 1)[beam_width - 1]
        cands = [c for c in cands if -c[1] <= kth]
        cands.sort(key=lambda c: (-c[1], c[0]))
        beams = cands[:beam_width]
    return beams[0]
