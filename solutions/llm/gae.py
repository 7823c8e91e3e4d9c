"""Generalized advantage estimation, in one sweep from the back.

The sum over all later errors satisfies A_t = δ_t + γλ A_{t+1}, so one running number is enough. What comes after the
last step is not dropped: its value V_T enters through the last δ. That is why there is one value more than there are
rewards.

O(T) time and memory.
"""

import numpy as np


def gae(rewards, values, gamma, lam):
    """The advantage of each step: errors of the critic, discounted by gamma * lam."""
    deltas = rewards + gamma * values[1:] - values[:-1]  # (T,)
    advantages = np.empty(len(deltas))
    running = 0.0
    for t in reversed(range(len(deltas))):
        running = deltas[t] + gamma * lam * running
        advantages[t] = running
    return advantages


# What an interviewer asks next
#
# What are the two extremes? With lam = 0 the advantage is the one-step error δ_t: little variance, but as biased as
# the critic. With lam = 1 the values in between cancel, and it is the discounted return minus V_t: no bias from the
# critic, apart from the bootstrap γ^(T−t) V_T where the trajectory is cut, and all the variance of the return.
#
# What does the critic learn from? From the targets A_t + V_t, often called the returns.
#
# How do you treat an episode that ends inside the buffer? With d_t = 1 where step t ended one, multiply both V_{t+1}
# and A_{t+1} by 1 − d_t, so that nothing leaks from the next episode. A time limit is different: the state goes on, so
# keep its value and cut only the recursion.
#
# Why do PPO and RLHF normalize the advantages of a batch? To make the size of the policy step independent of the
# reward's scale. It is a separate step, after this one.
