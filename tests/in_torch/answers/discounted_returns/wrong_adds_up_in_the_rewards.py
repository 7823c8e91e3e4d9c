# mistake: in_place
import torch


def discounted_returns(rewards, dones, gamma):
    for t in range(len(rewards) - 2, -1, -1):
        if not dones[t]:
            rewards[t] += gamma * rewards[t + 1]
    return rewards
