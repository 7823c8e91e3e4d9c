# WRONG: hypotheses with the same last token are merged (keeps the best per token), so the beam is wider than promised; witness: beam_search(np.log(np.array([[[0.6, 0.4, 1e-9], [1, 1, 1], [1, 1, 1]], [[0.5, 0.3, 0.2], [0.5, 0.3, 0.2], [0.3, 0.3, 0.4]], [[0.3, 0.3, 0.4], [1.0, 1e-9, 1e-9], [0.3, 0.3, 0.4]]])), 2)
import numpy as np


def beam_search(log_probs, beam_width):
    lp = np.asarray(log_probs, dtype=float)
    beams = [([], 0.0)]
    for t in range(lp.shape[0]):
        best = {}
        for seq, score in beams:
            prev = seq[-1] if seq else 0
            for v in range(lp.shape[2]):
                c = (-(score + float(lp[t, prev, v])), seq + [v])
                if v not in best or c < best[v]:
                    best[v] = c
        top = sorted(best.values())[:beam_width]
        beams = [(seq, -neg) for neg, seq in top]
    return beams[0]
