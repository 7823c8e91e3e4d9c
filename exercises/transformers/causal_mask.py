"""The causal mask

A language model predicts the next token, so no token may look at a later
one. Build the mask that says so for a sequence of T tokens. True means
that attention is blocked.

T        the number of tokens, an int of at least 1
returns  a boolean array (T, T): entry [i, j] is True exactly where token j
         comes after token i

    >>> causal_mask(3)
    array([[False,  True,  True],
           [False, False,  True],
           [False, False, False]])

Edge cases
- one token: T = 1 gives [[False]], as a token always sees itself
- long sequences: T is in the hundreds
"""

import numpy as np


def causal_mask(T):
    raise NotImplementedError
