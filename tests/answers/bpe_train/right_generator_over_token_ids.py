import numpy as np
def bpe_train(words, n_merges):
    vocab = sorted({c for w in words for c in w})
    ident = {s: i for i, s in enumerate(vocab)}
    seqs = [([ident[c] for c in w], n) for w, n in words.items()]
    def steps():
        for _ in range(n_merges):
            occ = [((vocab[a], vocab[b]), n) for s, n in seqs for a, b in zip(s, s[1:])]
            total = dict.fromkeys((p for p, _ in occ), 0)
            for p, n in occ:
                total[p] += n
            if not total:
                return
            pair = min(total.items(), key=lambda kv: (-kv[1], kv[0]))[0]
            yield pair
            new = pair[0] + pair[1]
            if new not in ident:
                ident[new] = len(vocab); vocab.append(new)
            for s, _ in seqs:
                res = []
                skip = False
                for i, a in enumerate(s):
                    if skip:
                        skip = False
                        continue
                    if i + 1 < len(s) and (vocab[a], vocab[s[i + 1]]) == pair:
                        res.append(ident[new]); skip = True
                    else:
                        res.append(a)
                s[:] = res
    return list(steps())
