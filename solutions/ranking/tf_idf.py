"""TF-IDF from a matrix of counts.

A dict from token to column makes counting one look-up per token. The document frequency is read off the counts. The
smoothed idf acts as if one more document held every token, so nothing is divided by 0, and the 1 that is added keeps
tokens that occur everywhere.

O(T + n V) time for T tokens in all, O(n V) memory.
"""

import numpy as np


def tf_idf(documents):
    """The unit rows of counts times idf, and the sorted tokens that the columns belong to."""
    vocabulary = sorted({token for document in documents for token in document})
    column = {token: j for j, token in enumerate(vocabulary)}
    counts = np.zeros((len(documents), len(vocabulary)))  # (n, V)
    for i, document in enumerate(documents):
        for token in document:
            counts[i, column[token]] += 1
    df = np.sum(counts > 0, axis=0)  # (V,)
    weights = counts * (np.log((1 + len(documents)) / (1 + df)) + 1)
    lengths = np.linalg.norm(weights, axis=1, keepdims=True)  # (n, 1), 0 for an empty document
    return weights / np.where(lengths > 0, lengths, 1), vocabulary


# What an interviewer asks next
#
# Why scale the rows to length 1? The dot product of two rows is then their cosine, and a long document does not win
# just because its counts are larger. Dividing the counts by the document's length first would change nothing.
#
# How do you store the matrix for a large corpus? As sparse rows (CSR): a document holds few of the V tokens. The same
# counts kept by token are an inverted index, which finds the documents of a query without reading the others.
#
# What happens to a token that is new at query time? It has no column, so it is ignored. The vocabulary and the idf
# come from the training documents only. Hashing tokens to a fixed number of columns avoids the vocabulary, at the price
# of collisions.
#
# What does TF-IDF miss that embeddings have? Synonyms share no column, so "car" and "automobile" have similarity 0, and
# word order is lost. It is still hard to beat for rare names and exact codes, so search often combines both.
