# mistake: distinct_query
import torch


def bm25(documents, query, k1=1.5, b=0.75):
    n = len(documents)
    lengths = torch.tensor([float(len(document)) for document in documents])
    damping = k1 * (1 - b + b * lengths / lengths.mean())
    scores = torch.zeros(n)
    for token in set(query):
        tf = torch.tensor([float(document.count(token)) for document in documents])
        df = (tf > 0).sum()
        idf = torch.log(1 + (n - df + 0.5) / (df + 0.5))
        scores += idf * tf * (k1 + 1) / torch.where(tf > 0, tf + damping, 1.0)
    return scores
