"""The sliding-window mask

To keep attention cheap in long sequences, let a token see only itself and the window − 1 tokens just before it.
Build the mask: True where attention is blocked.

T       the number of tokens, at least 1
window  how many tokens a token sees at most, itself included; at least 1, and possibly larger than T
returns (T, T) booleans: row i is the token that looks, column j the one it looks at

    >>> sliding_window_mask(4, 2)
    array([[False,  True,  True,  True],
           [False, False,  True,  True],
           [ True, False, False,  True],
           [ True,  True, False, False]])

Edge cases: window = 1 leaves every token alone with itself; window >= T blocks the future only.
"""

import numpy as np


def sliding_window_mask(T, window):
    raise NotImplementedError
