# mistake: computed_in_place
import torch


def gae(rewards, values, gamma, lam):
    rewards += gamma * values[1:] - values[:-1]
    for t in reversed(range(len(rewards) - 1)):
        rewards[t] += gamma * lam * rewards[t + 1]
    return rewards
