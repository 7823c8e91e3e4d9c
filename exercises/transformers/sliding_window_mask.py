"""The sliding-window mask

To keep attention cheap in long sequences, let a token see only itself and
the window − 1 tokens just before it. Build the mask. True means that
attention is blocked.

T        the number of tokens, an int of at least 1
window   how many tokens a token sees at most, itself included; an int of
         at least 1
returns  a boolean array (T, T): row i stands for the token that looks, and
         column j for the token that it looks at

    >>> sliding_window_mask(4, 2)
    array([[False,  True,  True,  True],
           [False, False,  True,  True],
           [ True, False, False,  True],
           [ True,  True, False, False]])

Edge cases
- window of 1: a token sees only itself
- wide windows: a window of T or more blocks only the future
- one token: T = 1 gives [[False]] for any window
- long sequences: T and the window are in the hundreds
"""

import numpy as np


def sliding_window_mask(T, window):
    raise NotImplementedError
