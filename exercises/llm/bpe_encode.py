"""Byte-pair encoding: using the merges

The merges are learnt; now cut a word into tokens with them. Start with the word's characters. Take the merges in
the order of the list, and for each make one pass through the tokens from left to right that glues every pair of
neighbours equal to it.

word    a string
merges  a list of pairs (tuples of two strings), in the order in which they were learnt
returns the tokens, a list of strings; joined they are the word

    >>> bpe_encode("lower", [("l", "o"), ("lo", "w"), ("e", "r")])
    ['low', 'er']
    >>> bpe_encode("aaa", [("a", "a")])
    ['aa', 'a']

Edge cases: a merge that finds nothing changes nothing; a merge is not tried again once its turn is over, even if
a later one would have made it possible; words of one character; characters that no merge knows; no end-of-word
mark is added.
"""

import numpy as np


def bpe_encode(word, merges):
    raise NotImplementedError
