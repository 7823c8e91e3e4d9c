# mistake: argmax
import torch


def q_learning_step(Q, state, action, reward, next_state, done, alpha, gamma):
    """A new table in which one entry has moved toward its target."""
    future = 0.0 if done else Q[next_state].argmax()
    target = reward + gamma * future
    updated = Q.clone()
    updated[state, action] += alpha * (target - Q[state, action])
    return updated
