import numpy as np
def bpe_train(words, n_merges):
    def merged(toks, pair):
        if len(toks) < 2:
            return toks
        out, i = [], 0
        while i < len(toks):
            if toks[i:i + 2] == list(pair):
                out.append("".join(pair)); i += 2
            else:
                out.append(toks[i]); i += 1
        return out
    def run(corpus, left):
        if left == 0:
            return []
        stats = {}
        for toks, n in corpus:
            for a, b in zip(toks[:-1], toks[1:]):
                stats[a, b] = stats.get((a, b), 0) + n
        if not stats:
            return []
        top = max(stats.values())
        pair = sorted(p for p, n in stats.items() if n == top)[0]
        return [pair] + run([(merged(t, pair), n) for t, n in corpus], left - 1)
    return run([(list(w), n) for w, n in words.items()], n_merges)
