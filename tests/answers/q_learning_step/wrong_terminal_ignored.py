# bootstraps from the next state although the episode is over
import numpy as np


def q_learning_step(Q, state, action, reward, next_state, done, alpha, gamma):
    out = Q.copy()
    out[state, action] += alpha * (reward + gamma * Q[next_state].max() - Q[state, action])
    return out
