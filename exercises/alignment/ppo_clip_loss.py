"""PPO: the clipped loss

Tokens were drawn by an old policy, and the present policy is trained on them
for several steps. The ratio of the two probabilities corrects for that, and
clipping takes away the gain of moving further than a little:

    ratio = exp(logp - old_logp)
    loss  = -mean of min(ratio · A, clipped · A)

where A is the token's advantage, clipped is the ratio limited to the range
from 1 - clip to 1 + clip, and the mean is over all tokens that count.

logp        (B, T) log-probabilities of the tokens under the present policy
old_logp    (B, T) the same under the old policy
advantages  (B, T)
mask        (B, T), 1 or True for a token that counts, else 0 or False
clip        how far the ratio may move from 1; 0.2 by default
returns     a number

    >>> logp = np.log(np.array([[0.6, 0.6, 0.9]]))
    >>> old_logp = np.log(np.array([[0.4, 0.4, 0.9]]))
    >>> advantages = np.array([[1.0, -1.0, 5.0]])
    >>> mask = np.array([[1, 1, 0]])
    >>> loss = ppo_clip_loss(logp, old_logp, advantages, mask)
    >>> round(float(loss), 6)  # -(1.2 - 1.5) / 2
    0.15

Edge cases
- one token: B = T = 1
- mask types: integers, floats or booleans
- masked sequences: all tokens of a sequence may be masked, but at least one
  token of the batch counts
- masked entries: the three other arrays may hold any finite numbers up to
  ±1e30 where a token is masked, and these do not matter, even if their
  exponential overflows
"""

import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    raise NotImplementedError
