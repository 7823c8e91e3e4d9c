# mistake: zero_over_zero
import torch


def bm25(documents, query, k1=1.5, b=0.75):
    n = len(documents)
    lengths = torch.tensor([float(len(document)) for document in documents])
    damping = k1 * (1 - b + b * lengths / lengths.mean())
    scores = torch.zeros(n)
    for token in query:
        tf = torch.tensor([float(document.count(token)) for document in documents])
        df = (tf > 0).sum()
        idf = torch.log(1 + (n - df + 0.5) / (df + 0.5))
        scores += idf * tf * (k1 + 1) / (tf + damping)
    return scores
