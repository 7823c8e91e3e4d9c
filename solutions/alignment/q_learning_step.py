"""Q-learning: one entry moves toward the reward plus the best that the table promises for the next state.

The maximum makes it off-policy: the target does not ask which action the agent takes next, so it may explore and still
learn the values of the greedy policy.

O(S · A) time and memory for the copy; the update itself takes O(A).
"""

import numpy as np


def q_learning_step(Q, state, action, reward, next_state, done, alpha, gamma):
    """A new table (S, A) in which the entry of that state and action is updated."""
    future = 0.0 if done else np.max(Q[next_state])
    target = reward + gamma * future
    updated = Q.copy()
    updated[state, action] += alpha * (target - Q[state, action])
    return updated


# What an interviewer asks next
#
# How does SARSA differ? Its target uses the action that is really taken next instead of the maximum. So it learns the
# values of the policy that explores, and keeps away from a cliff that an exploring step might fall over.
#
# Why are the values too high? The maximum over noisy estimates picks those that are too high by chance. Double
# Q-learning keeps two tables: one chooses the action, the other one evaluates it.
#
# When does it converge? In a table, if every pair of state and action is visited again and again, and the rates α
# shrink so that their sum is infinite and the sum of their squares finite. With function approximation there is no such
# guarantee.
#
# What does a deep Q-network add? A network for the table, a replay buffer that breaks up the correlation of neighboring
# steps, and a target network that is updated slowly, so that the target does not move with every step.
