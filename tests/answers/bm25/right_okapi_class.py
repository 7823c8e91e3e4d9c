import math
import numpy as np


class Okapi:
    def __init__(self, corpus, k1, b):
        self.k1, self.b = k1, b
        self.freqs = []
        self.df = {}
        for doc in corpus:
            f = {}
            for w in doc:
                f[w] = f.get(w, 0) + 1
            self.freqs.append(f)
            for w in f:
                self.df[w] = self.df.get(w, 0) + 1
        self.len = [len(d) for d in corpus]
        self.avg = sum(self.len) / len(corpus)
        self.n = len(corpus)

    def idf(self, w):
        df = self.df.get(w, 0)
        return math.log(1 + (self.n - df + 0.5) / (df + 0.5))

    def score(self, query, i):
        s = 0
        for w in query:
            tf = self.freqs[i].get(w, 0)
            if tf == 0:
                continue
            s += self.idf(w) * tf * (self.k1 + 1) / (tf + self.k1 * (1 - self.b + self.b * self.len[i] / self.avg))
        return s


def bm25(documents, query, k1=1.5, b=0.75):
    model = Okapi(documents, k1, b)
    return np.array([model.score(query, i) for i in range(len(documents))], dtype=float)
