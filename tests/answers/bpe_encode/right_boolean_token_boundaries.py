import numpy as np


def bpe_encode(word, merges):
    """Boundaries: starts[i] says that a token begins at character i."""
    n = len(word)
    starts = np.ones(n, dtype=bool)
    for a, b in merges:
        edges = np.append(np.flatnonzero(starts), n)
        j, last = 0, len(edges) - 1
        while j + 2 <= last:
            s, m, e = int(edges[j]), int(edges[j + 1]), int(edges[j + 2])
            if word[s:m] == a and word[m:e] == b:
                starts[m] = False
                j += 2
            else:
                j += 1
    edges = np.append(np.flatnonzero(starts), n).tolist()
    return [word[s:e] for s, e in zip(edges[:-1], edges[1:])]
