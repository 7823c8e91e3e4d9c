# WRONG: incremental counts forget the pairs between two neighbouring merges (old right neighbour is used); witness: bpe_train({"abab": 5, "ca": 1, "abd": 1}, 4)
from collections import defaultdict
import numpy as np


def bpe_train(words, n_merges):
    seqs = [(list(w), c) for w, c in words.items()]
    counts = defaultdict(int)
    for s, c in seqs:
        for pair in zip(s, s[1:]):
            counts[pair] += c
    merges = []
    for _ in range(n_merges):
        alive = {p: c for p, c in counts.items() if c > 0}
        if not alive:
            break
        best = min(alive, key=lambda pr: (-alive[pr], pr))
        merges.append(best)
        joined = best[0] + best[1]
        for k, (s, c) in enumerate(seqs):
            out, i = [], 0
            while i < len(s):
                if i + 1 < len(s) and (s[i], s[i + 1]) == best:
                    counts[best] -= c
                    if out:
                        counts[(s[i - 1], best[0])] -= c
                        counts[(out[-1], joined)] += c
                    if i + 2 < len(s):
                        counts[(best[1], s[i + 2])] -= c
                        counts[(joined, s[i + 2])] += c
                    out.append(joined)
                    i += 2
                else:
                    out.append(s[i])
                    i += 1
            seqs[k] = (out, c)
        counts[best] = 0
    return merges
