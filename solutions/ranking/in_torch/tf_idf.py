import torch


def tf_idf(documents):
    """Weigh the counts by idf, scale the rows to length 1, and return them with the sorted tokens."""
    vocabulary = sorted({token for document in documents for token in document})
    column = {token: j for j, token in enumerate(vocabulary)}
    counts = torch.zeros(len(documents), len(vocabulary))
    for row, document in zip(counts, documents, strict=True):
        for token in document:
            row[column[token]] += 1
    df = (counts > 0).sum(dim=0)
    weights = counts * (torch.log((1 + len(documents)) / (1 + df)) + 1)
    lengths = weights.norm(dim=1, keepdim=True)
    return weights / lengths.masked_fill(lengths == 0, 1.0), vocabulary
