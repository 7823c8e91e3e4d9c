"""GRPO: PPO's clipped loss with a group's mean as the baseline, and a KL penalty per token.

The log-ratios of masked tokens are set to 0 before exp, so nothing overflows, and the shape (G, T) stays, which the
mean per completion needs. The penalty exp(d) - d - 1 is an unbiased estimate of the KL divergence if the tokens come
from the present policy, and it is never negative.

O(G · T) time and memory.
"""

import numpy as np


def grpo_loss(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    """The mean over completions of the mean loss of their counted tokens."""
    counted = mask > 0
    advantages = (rewards - rewards.mean()) / (rewards.std() + 1e-8)
    A = advantages[:, None]  # (G, 1): the same for all tokens

    ratio = np.exp(np.where(counted, logp - old_logp, 0.0))
    gain = np.minimum(ratio * A, np.clip(ratio, 1.0 - clip, 1.0 + clip) * A)
    d = np.where(counted, ref_logp - logp, 0.0)
    losses = beta * (np.exp(d) - d - 1.0) - gain  # (G, T)

    sums = np.sum(np.where(counted, losses, 0.0), axis=1)
    return np.mean(sums / counted.sum(axis=1))


# What an interviewer asks next
#
# What does a group of equal rewards teach? Nothing: all advantages are 0, and only the KL penalty is left. Prompts that
# are always or never solved waste their samples, so they are often filtered out, or drawn again.
#
# What is criticized about dividing by the deviation and by the length? The deviation gives more weight to prompts that
# are nearly always or nearly never solved. With the mean per completion, each token of a long wrong answer is punished
# less, so wrong answers tend to grow longer. Variants drop one or both.
#
# How does it differ from PPO? It has no critic, so it needs less memory, and one advantage holds for a whole completion
# instead of one per token. The KL penalty is part of the loss instead of the reward.
#
# Why is the mean a biased baseline? A completion's own reward is in it, which scales the expected gradient by (G − 1)
# / G. Leaving it out gives the baseline of RLOO, and before the division by the deviation the two advantages differ
# only by that factor.
