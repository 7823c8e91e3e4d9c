"""The repetition penalty

Make tokens that already occurred less likely. For each such token, a
positive logit is divided by the penalty, and a negative one is multiplied
by it. All other logits stay as they are.

logits     (V,) scores
generated  the ids of the tokens so far: a list or tuple of ints in range(V)
penalty    a number above 0; above 1 it makes repetitions less likely
returns    a new array (V,)

    >>> logits = np.array([2.0, -1.0, 3.0, 0.5])
    >>> repetition_penalty(logits, [0, 1, 0], 2.0)
    array([ 1. , -2. ,  3. ,  0.5])

Edge cases
- no tokens: with nothing generated, all logits stay as they are
- repeated tokens: an id that occurs several times counts once
- logits of 0: they stay 0
- small penalties: below 1 the same rule makes repetitions more likely, and a
  penalty of 1 changes nothing
- one score: V = 1
"""

import numpy as np


def repetition_penalty(logits, generated, penalty):
    raise NotImplementedError
