import numpy as np


def beam_search(log_probs, beam_width):
    T = len(log_probs)
    V = len(log_probs[0][0])
    beams = [([], 0.0)]
    for t in range(T):
        cands = []
        for seq, score in beams:
            prev = seq[-1] if seq else 0
            for nxt in range(V):
                cands.append((seq + [nxt], score + float(log_probs[t][prev][nxt])))
        cands.sort(key=lambda c: (-c[1], c[0]))
        beams = cands[:beam_width]
    return beams[0]
