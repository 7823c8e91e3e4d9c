# says: If a sum, mean or maximum has lost its axis, pass keepdim=True
import torch


def tf_idf(documents):
    vocabulary = sorted({token for document in documents for token in document})
    counts = torch.tensor([[float(document.count(token)) for token in vocabulary] for document in documents])
    df = (counts > 0).sum(dim=0)
    weights = counts * (torch.log((1 + len(documents)) / (1 + df)) + 1)
    return weights / weights.norm(dim=1).clamp(min=1e-12), vocabulary
