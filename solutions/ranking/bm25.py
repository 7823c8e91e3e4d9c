"""BM25: idf times a term frequency that saturates and is corrected for length.

What depends on the document alone is computed once. A token adds only to documents that have it. That is what an
inverted index does, and it avoids 0/0 where k1 = 0, or where b = 1 and a document is empty.

O(T q) time for T tokens in all and q in the query. With an inverted index it is the length of the query's posting
lists.
"""

import numpy as np


def bm25(documents, query, k1=1.5, b=0.75):
    """Each document's score for the query."""
    n = len(documents)
    lengths = np.array([len(document) for document in documents])
    damping = k1 * (1 - b + b * lengths / np.mean(lengths))  # (n,)
    scores = np.zeros(n)
    for token in query:
        tf = np.array([document.count(token) for document in documents])
        has = tf > 0
        df = np.sum(has)
        idf = np.log(1 + (n - df + 0.5) / (df + 0.5))
        scores[has] += idf * tf[has] * (k1 + 1) / (tf[has] + damping[has])
    return scores


# What an interviewer asks next
#
# What do k1 and b do? k1 sets how fast repeated occurrences saturate: the term tends to idf (k1 + 1) as tf grows. With
# k1 = 0 only presence counts. b sets how strongly long documents are penalized, from 0 (not at all) to 1 (in proportion
# to their length).
#
# Why is there a 1 inside the logarithm? Without it, a token in more than half of the documents has a negative idf, and
# a document would score lower for having it. With it, every idf is positive.
#
# How do you serve it over millions of documents? Keep an inverted index: for each token, the documents that have it and
# their counts. A query reads only the lists of its tokens, and upper bounds per token let it skip documents that cannot
# reach the top k (WAND).
#
# How is it combined with embeddings? Run both, then merge the two lists, for example by reciprocal rank fusion, which
# sums 1 / (60 + rank). It uses ranks because the two kinds of scores have different scales. A reranker then reads the
# best few.
