"""BM25

Score documents for a query. Each token of the query adds to a document's
score:

    idf · tf · (k1 + 1) / (tf + k1 · (1 − b + b · len / mean_len))
    idf = ln(1 + (n − df + 0.5) / (df + 0.5))

tf        how often the token occurs in the document
df        the number of documents with the token in them
len       the number of tokens in the document
mean_len  the mean of len over all n documents

documents  a list of n lists of tokens, which are strings; there is at least
           one token in all
query      a list of tokens
k1         a number, 0 or more; 1.5 by default
b          a number from 0 to 1; 0.75 by default
returns    (n,) scores

    >>> documents = [["a", "b", "a"], ["b"], ["c", "c"]]
    >>> bm25(documents, ["a", "b"], b=0.0).round(4)
    array([1.8712, 0.47  , 0.    ])

"a" has the idf ln(1 + 2.5 / 1.5) and "b" has ln(1 + 1.5 / 2.5). In document
0, "a" occurs twice, so it adds its idf times 2 · 2.5 / (2 + 1.5).

Edge cases
- one document: n = 1
- repeated tokens: a token that is in the query twice counts twice
- missing tokens: a document that lacks a token gets 0 from it; so does every
  document if no document has it
- empty documents: they count in n and in mean_len, and their score is 0
- extreme parameters: k1 = 0 ignores how often a token occurs, b = 0 ignores
  the length, b = 1 applies it fully; no score becomes NaN
- empty query: every score is 0
"""

import numpy as np


def bm25(documents, query, k1=1.5, b=0.75):
    raise NotImplementedError
