import numpy as np
import re
from collections import Counter
def bpe_train(words, n_merges):
    SEP = "\x00"
    corpus = {SEP + SEP.join(w) + SEP: n for w, n in words.items()}
    out = []
    for _ in range(n_merges):
        c = Counter()
        for w, n in corpus.items():
            t = w[1:-1].split(SEP)
            for i in range(len(t) - 1):
                c[t[i], t[i + 1]] += n
        if not c:
            break
        best = sorted(c.items(), key=lambda kv: (-kv[1], kv[0]))[0][0]
        out.append(best)
        pat = re.compile("(?<=" + SEP + ")" + re.escape(best[0]) + SEP + re.escape(best[1]) + "(?=" + SEP + ")")
        corpus = {pat.sub(lambda m: "".join(best), w): n for w, n in corpus.items()}
    return out
