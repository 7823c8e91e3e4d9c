import numpy as np


def bpe_train(words, n_merges):
    """All words in one integer array with -1 between them; tokens are ids of strings."""
    ids, names = {}, []

    def tok(s):
        if s not in ids:
            ids[s] = len(names)
            names.append(s)
        return ids[s]

    flat, weight = [], []
    for w, c in words.items():
        for ch in w:
            flat.append(tok(ch))
            weight.append(c)
        flat.append(-1)
        weight.append(0)
    flat = np.array(flat, dtype=np.int64)
    weight = np.array(weight, dtype=np.int64)
    merges = []
    for _ in range(n_merges):
        if flat.size < 2:
            break
        ok = (flat[:-1] >= 0) & (flat[1:] >= 0)
        if not ok.any():
            break
        pairs = np.stack([flat[:-1][ok], flat[1:][ok]], axis=1)
        uniq, inv = np.unique(pairs, axis=0, return_inverse=True)
        cnt = np.zeros(len(uniq), dtype=np.int64)
        np.add.at(cnt, inv.ravel(), weight[:-1][ok])
        tied = uniq[cnt == cnt.max()]
        best = min((names[a], names[b]) for a, b in tied)
        merges.append(best)
        a, b = ids[best[0]], ids[best[1]]
        hit = np.flatnonzero((flat[:-1] == a) & (flat[1:] == b))
        if a == b and hit.size:
            start = np.r_[True, np.diff(hit) != 1]
            run_first = hit[start][np.cumsum(start) - 1]
            hit = hit[(hit - run_first) % 2 == 0]
        flat[hit] = tok(best[0] + best[1])
        keep = np.ones(flat.size, dtype=bool)
        keep[hit + 1] = False
        flat, weight = flat[keep], weight[keep]
    return merges
