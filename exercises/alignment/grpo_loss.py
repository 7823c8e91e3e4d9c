"""GRPO: the loss for one prompt

Group relative policy optimization draws G completions of one prompt and
scores each with a reward. The group's own mean is the baseline, so no critic
is needed. All tokens of completion i have the same advantage:

    A_i = (rewards[i] - mean of rewards) / (std of rewards + 1e-8)

where std is the population standard deviation, which divides by G. The loss
of token t of completion i is PPO's clipped loss plus a KL penalty:

    ratio = exp(logp[i, t] - old_logp[i, t])
    d     = ref_logp[i, t] - logp[i, t]
    l_it  = -min(ratio · A_i, clipped · A_i) + beta · (exp(d) - d - 1)

with clipped the ratio limited to the range from 1 - clip to 1 + clip. The
loss is the mean of l_it over the counted tokens of each completion, then the
mean over the completions.

logp      (G, T) log-probabilities of the tokens under the present policy
old_logp  (G, T) the same under the policy that drew them
ref_logp  (G, T) the same under the reference model
rewards   (G,), from -1000 to 1000
mask      (G, T), 1 or True for a token that counts, else 0 or False; each
          completion has at least one that counts
clip      how far the ratio may move from 1; 0.2 by default
beta      the weight of the KL penalty, 0 or more; 0.04 by default
returns   a number

    >>> logp = np.log(np.array([[0.6, 0.9], [0.6, 0.5]]))
    >>> old_logp = np.log(np.array([[0.4, 0.9], [0.4, 0.5]]))
    >>> rewards, mask = np.array([3.0, 1.0]), np.array([[1, 0], [1, 1]])
    >>> loss = grpo_loss(logp, old_logp, logp, rewards, mask)
    >>> round(float(loss), 6)  # (-1.2 + (1.5 + 1) / 2) / 2
    0.025

Edge cases
- equal rewards: all advantages are 0, which leaves the KL penalty alone
- one completion: G = 1
- one token: T = 1
- no penalty: beta may be 0
- mask types: integers, floats or booleans; the counted tokens need not be
  next to each other
- masked entries: the three arrays of log-probabilities may hold any finite
  numbers up to ±1e30 where a token is masked, and these do not matter, even
  if their exponential overflows
"""

import numpy as np


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    raise NotImplementedError
