import torch


def gae(rewards, values, gamma, lam):
    """The advantage of each step: the critic's errors, discounted by gamma * lam."""
    deltas = rewards + gamma * values[1:] - values[:-1]
    advantages = torch.empty_like(deltas)
    running = 0.0
    for t in reversed(range(len(deltas))):
        running = deltas[t] + gamma * lam * running
        advantages[t] = running
    return advantages
