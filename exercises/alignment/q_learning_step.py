"""One step of Q-learning

Q[s, a] estimates the discounted return after action a in state s, if the
best actions follow. The agent took one action and saw what came of it. Move
the entry of that state and action toward what was seen:

    target       = reward + γ max over a' of Q[next_state, a']
    Q[state, action] <- Q[state, action]
                        + α (target - Q[state, action])

If the step ended the episode, nothing follows, and the target is the reward
alone. Return a new table, and leave the one that was passed in as it is.

Q                 (S, A), states by actions
state, action     ints, the entry to update
reward            a number
next_state        an int, the state that followed
done              True if the step ended the episode
alpha, gamma      the learning rate α and the discount γ, from 0 to 1
returns           an array (S, A) that shares no memory with Q

    >>> Q = np.array([[1.0, 2.0], [3.0, 5.0]])
    >>> q_learning_step(Q, 0, 1, 4.0, 1, False, alpha=0.5, gamma=0.5)
    array([[1.  , 4.25],
           [3.  , 5.  ]])

Edge cases
- done: next_state is still a valid index, but its values do not count
- same state: next_state may be state
- rates of 0 and 1: α or γ may be 0 or 1
- sizes of one: one state, one action, or both
"""

import numpy as np


def q_learning_step(Q, state, action, reward, next_state, done, alpha, gamma):
    raise NotImplementedError
