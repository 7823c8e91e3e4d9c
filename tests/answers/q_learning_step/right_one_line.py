import numpy as np


def q_learning_step(Q, state, action, reward, next_state, done, alpha, gamma):
    out = Q + 0.0
    out[state, action] = (1 - alpha) * out[state, action] + alpha * (reward + gamma * (1 - done) * np.amax(Q, axis=1)[next_state])
    return out
