# axis 0 of the table is the states, so this takes the best state for an action
import numpy as np


def q_learning_step(Q, state, action, reward, next_state, done, alpha, gamma):
    out = Q.copy()
    future = 0.0 if done else np.max(Q[:, action])
    out[state, action] += alpha * (reward + gamma * future - Q[state, action])
    return out
