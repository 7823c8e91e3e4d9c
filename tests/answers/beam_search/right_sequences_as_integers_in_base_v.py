import numpy as np


def beam_search(log_probs, beam_width):
    """A sequence is one integer in base V (most significant first): lexicographic order is integer order."""
    lp = np.array(log_probs, dtype=float)
    T, V = lp.shape[:2]
    beam = {0: 0.0}
    for t in range(T):
        grown = {}
        for code, s in beam.items():
            row = lp[t, code % V if t else 0]
            for v in range(V):
                grown[code * V + v] = s + float(row[v])
        best = sorted(grown, key=lambda c: (-grown[c], c))[:beam_width]
        beam = {c: grown[c] for c in best}
    code = next(iter(beam))
    score = beam[code]
    seq = []
    for _ in range(T):
        code, digit = divmod(code, V)
        seq.insert(0, digit)
    return [seq, score]
