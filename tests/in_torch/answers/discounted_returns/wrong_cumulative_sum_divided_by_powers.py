# mistake: divided_by_powers
import torch


def discounted_returns(rewards, dones, gamma):
    returns = torch.zeros_like(rewards)
    start = 0
    ends = torch.nonzero(dones).flatten().tolist() + [len(rewards) - 1]
    for end in ends:
        powers = gamma ** torch.arange(end + 1 - start)
        discounted = rewards[start : end + 1] * powers
        returns[start : end + 1] = discounted.flip(0).cumsum(0).flip(0) / powers
        start = end + 1
    return returns
