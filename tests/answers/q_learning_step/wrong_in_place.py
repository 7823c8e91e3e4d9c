# updates the table of the caller and returns it
import numpy as np


def q_learning_step(Q, state, action, reward, next_state, done, alpha, gamma):
    future = 0 if done else np.max(Q[next_state])
    Q[state, action] += alpha * (reward + gamma * future - Q[state, action])
    return Q
