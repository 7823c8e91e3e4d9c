"""Byte-pair encoding: learning the merges

Byte-pair encoding grows a vocabulary by gluing together the two tokens that most often stand side by side.
Start with every word as a list of its characters, then repeat n_merges times:

1. count the pairs of neighbouring tokens: a pair counts once for each adjacent position where it stands in a
   word (so "aaa" holds the pair a, a twice), times that word's count
2. take the pair with the largest count; among equal counts, the lexicographically smaller tuple
3. merge it in every word, from left to right: "aaa" becomes aa, a

words     dict from a word to how often it occurs
n_merges  how many merges to learn at most; stop early once no word has two tokens left
returns   the merged pairs in order, a list of tuples of two strings

    >>> bpe_train({"low": 5, "lower": 2, "new": 4}, 4)
    [('l', 'o'), ('lo', 'w'), ('e', 'w'), ('n', 'ew')]

In the first round (l, o) and (o, w) both count 7, and (l, o) is the smaller tuple.

Edge cases: pairs never reach across two words; a pair that occurs only once may be merged as well; words of
one character have no pairs; any character may occur; no end-of-word mark is added.
"""

import numpy as np


def bpe_train(words, n_merges):
    raise NotImplementedError
