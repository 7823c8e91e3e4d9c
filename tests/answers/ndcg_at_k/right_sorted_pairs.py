import math


def ndcg_at_k(relevance, scores, k):
    rels = [float(r) for r in relevance]
    order = sorted(range(len(rels)), key=lambda i: (-float(scores[i]), i))

    def dcg(idx):
        s = 0.0
        for rank, i in enumerate(idx[:k], start=1):
            s += (2 ** rels[i] - 1) / math.log2(rank + 1)
        return s

    best = sorted(range(len(rels)), key=lambda i: -rels[i])
    idcg = dcg(best)
    if idcg == 0:
        return 0.0
    return dcg(order) / idcg
