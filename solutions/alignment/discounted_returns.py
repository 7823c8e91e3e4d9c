"""Discounted returns, in one sweep from the back.

The sums of neighboring steps satisfy G_t = r_t + γ G_{t+1}, so one running number is enough. Where step t ends an
episode, the number is dropped before step t's own reward is added: what follows belongs to another episode.

O(T) time and memory.
"""

import numpy as np


def discounted_returns(rewards, dones, gamma):
    """The discounted sum of the rewards from each step to the end of its episode."""
    returns = np.empty(len(rewards))
    running = 0.0
    for t in reversed(range(len(rewards))):
        if dones[t]:
            running = 0.0
        running = rewards[t] + gamma * running
        returns[t] = running
    return returns


# What an interviewer asks next
#
# Why discount at all? The sum of endless, bounded rewards stays finite, and late rewards, which depend on the present
# action only weakly, add less noise. The price is a bias: what comes much later than 1 / (1 − γ) steps hardly counts.
#
# What do you add where the rollout is cut in the middle of an episode? The critic's value of the state after the last
# step, discounted, as the start of the running number. Without it the last steps look worse than they are if rewards
# are positive.
#
# Why is a time limit not a done? The state would have gone on to earn rewards, so its value should be bootstrapped.
# If the limit is treated as an end, the values of states near it are too low for positive rewards.
#
# Why subtract a baseline from the returns? A good one lowers the variance of the policy gradient, and none adds a
# bias as long as it does not depend on the action. The usual one is the critic's value of the state.
