# mistake: dones_ignored
import torch


def discounted_returns(rewards, dones, gamma):
    """The discounted sum of rewards from each step to the end of its episode."""
    returns = torch.empty_like(rewards)
    running = 0.0
    for t in reversed(range(len(rewards))):
        running = rewards[t] + gamma * running
        returns[t] = running
    return returns
