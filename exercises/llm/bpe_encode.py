"""Byte-pair encoding: apply the merges

Split a word into tokens with merges that were learned before. Start with the
list of the word's characters. Take the merges in list order, and make one
pass over the tokens for each: from left to right, merge every two
neighbors that are exactly that pair. Add no end-of-word mark.

word     a string, not empty
merges   a list of pairs (tuples of two strings), in the order in which they
         were learned
returns  the tokens, a list of strings; joined, they are the word

    >>> bpe_encode("lower", [("l", "o"), ("lo", "w"), ("e", "r")])
    ['low', 'er']

Edge cases
- overlaps: "aaa" with the merge (a, a) becomes aa, a
- one turn each: a merge has its turn in list order and is not tried again,
  even if a later one creates its pair; a merge listed twice has two turns
- one character: the word itself is the only token
- any character: white space, capitals, accents and characters that no merge
  knows are kept as they are, also at the ends of the word
"""

import numpy as np


def bpe_encode(word, merges):
    raise NotImplementedError
