"""PPO's clipped objective: the smaller of two gains, over the tokens that count.

For a positive advantage the gain stops growing at a ratio of 1 + clip, and for a negative one at 1 - clip. The minimum
takes the clipped value only where it is the smaller gain, so a policy that has moved the wrong way is always pushed
back. Masked tokens are left out before anything is computed: their exponential may overflow, and inf · 0 is NaN.

O(B · T) time and memory.
"""

import numpy as np


def ppo_clip_loss(logp, old_logp, advantages, mask, clip=0.2):
    """The negated mean of the clipped objective over the counted tokens."""
    counted = mask.astype(bool)
    A = advantages[counted]  # one axis from here on
    ratio = np.exp(logp[counted] - old_logp[counted])
    clipped = np.clip(ratio, 1.0 - clip, 1.0 + clip)
    return -np.mean(np.minimum(ratio * A, clipped * A))


# What an interviewer asks next
#
# Where is the gradient 0? Where the clipped value is the smaller one: for a positive advantage above 1 + clip, and for
# a negative one below 1 − clip. Such a token has already moved far enough in the direction of its advantage.
#
# What are the loss and its gradient before the first step? All ratios are 1, so the loss is minus the mean advantage,
# and its gradient is the plain policy gradient.
#
# Does clipping keep the policy near the old one? Only loosely. It removes the reward for moving away, and other tokens'
# gradients may still push a ratio far out. A KL penalty, or stopping the epoch at a KL limit, is added for that.
#
# Mean over all tokens or per sequence first? Over all tokens, a long answer counts more than a short one. Per sequence,
# each token of a long answer counts less. It is a real choice, in which published implementations differ.
