"""Byte-pair encoding: learn the merges

Byte-pair encoding grows a vocabulary: it repeatedly merges the two tokens
that are most often side by side. Start with each word as a list of its
characters. Then repeat up to n_merges times:

1. Count the pairs of neighboring tokens. A pair counts once for each
   adjacent position in a word, times that word's count.
2. Take the pair with the largest count.
3. Merge it wherever it occurs in a word, from left to right.

Pairs never cross words. Add no end-of-word mark.

words     dict from a word to how often it occurs
n_merges  how many merges to learn at most
returns   the merged pairs in order, a list of tuples of two strings

    >>> bpe_train({"low": 5, "lower": 2, "new": 4}, 4)
    [('l', 'o'), ('lo', 'w'), ('e', 'w'), ('n', 'ew')]

In the first round (l, o) and (o, w) both count 7, and (l, o) is the smaller
tuple.

Edge cases
- ties: of equal counts, the lexicographically smaller tuple wins; tuples
  compare token by token, so ("a", "bc") comes before ("ab", "a")
- overlaps: "zzzz" holds (z, z) at three positions, but merging it gives
  zz, zz; "aaa" becomes aa, a
- rare pairs: a pair that occurs only once is merged too
- no pairs left: stop early; words of one character have no pairs
- any character: white space, punctuation, capitals and accents are
  characters like any other, also at the ends of a word
"""

import numpy as np


def bpe_train(words, n_merges):
    raise NotImplementedError
