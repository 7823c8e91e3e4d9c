"""Edit distance

How many edits turn sequence a into sequence b? One edit inserts a token,
deletes a token, or substitutes one token for another. Return the least
number of edits. This is the Levenshtein distance, from which the word error
rate of speech recognition is computed.

a, b     two strings, whose tokens are their characters, or two lists of
         tokens
returns  an int

    >>> edit_distance("kitten", "sitting")
    3
    >>> edit_distance(["the", "cat"], ["the", "black", "cat"])
    1

Edge cases
- swapped neighbors: an edit does not swap tokens; from "ab" to "ba" it takes
  2 edits
- empty sequences: either may be empty, or both
- token lists: tokens may be strings or numbers, also in one list; whole
  tokens are compared with ==, and 1 is not "1"
- upper case: "A" and "a" are different
- long sequences: 200 tokens against 200 take less than 5 seconds, at
  Python's default recursion limit; the distance may be above 255
"""

import numpy as np


def edit_distance(a, b):
    raise NotImplementedError
