import numpy as np
import heapq
class _Trainer:
    def __init__(self, words):
        self.toks = [list(w) for w in words]
        self.counts = list(words.values())
    def pairs(self):
        table = {}
        for toks, n in zip(self.toks, self.counts):
            for i in range(1, len(toks)):
                key = (toks[i - 1], toks[i])
                table[key] = table.setdefault(key, 0) + n
        return table
    def step(self):
        heap = [(-n, p) for p, n in self.pairs().items()]
        if not heap:
            return None
        heapq.heapify(heap)
        (a, b) = heap[0][1]
        for toks in self.toks:
            j = 0
            for t in toks[:]:
                if j and toks[j - 1] == a and t == b and live:
                    toks[j - 1] = a + b; live = False
                else:
                    toks[j] = t; j += 1; live = True
            del toks[j:]
        return (a, b)
def bpe_train(words, n_merges):
    tr = _Trainer(words)
    out = []
    for _ in range(n_merges):
        p = tr.step()
        if p is None:
            break
        out.append(p)
    return tuple(out)
