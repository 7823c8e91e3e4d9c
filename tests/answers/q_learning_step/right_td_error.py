import numpy as np


def q_learning_step(Q, state, action, reward, next_state, done, alpha, gamma):
    new_Q = np.copy(Q)
    td_target = reward
    if not done:
        best_action = np.argmax(Q[next_state])
        td_target = reward + gamma * Q[next_state, best_action]
    td_error = td_target - Q[state, action]
    new_Q[state, action] = Q[state, action] + alpha * td_error
    return new_Q
