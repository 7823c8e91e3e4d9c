"""TF-IDF

Turn documents into vectors. An entry is large if the token is frequent in
the document and rare in the others:

    weight_ij = count_ij · (ln((1 + n) / (1 + df_j)) + 1)

count_ij is how often token j occurs in document i, and df_j is the number of
documents with token j in them. Then scale each row to Euclidean length 1.

documents  a list of n lists of tokens, which are strings; there is at least
           one token in all
returns    (matrix, vocabulary): a matrix (n, V) of floats, one row per
           document, and a list of the V distinct tokens as strings, sorted
           as Python sorts them; column j belongs to vocabulary[j]

    >>> matrix, vocabulary = tf_idf([["b", "a", "b"], ["b"]])
    >>> vocabulary
    ['a', 'b']
    >>> matrix.round(4)
    array([[0.575 , 0.8182],
           [0.    , 1.    ]])

In document 0, "a" weighs ln(3 / 2) + 1 and "b" weighs 2 · (ln(3 / 3) + 1),
before the row is scaled.

Edge cases
- one document: n = 1
- one token: a vocabulary of one token, V = 1
- empty documents: their rows are 0, and they count in n
- any token: strings are taken as they are, with capitals, blanks and
  punctuation; a token may be one letter, or the empty string
"""

import numpy as np


def tf_idf(documents):
    raise NotImplementedError
