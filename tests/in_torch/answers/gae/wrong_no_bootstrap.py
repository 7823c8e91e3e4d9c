# mistake: no_bootstrap
import torch


def gae(rewards, values, gamma, lam):
    next_values = torch.cat([values[1:-1], torch.zeros(1)])
    deltas = rewards + gamma * next_values - values[:-1]
    advantages = torch.zeros_like(rewards)
    running = 0.0
    for t in reversed(range(len(rewards))):
        running = deltas[t] + gamma * lam * running
        advantages[t] = running
    return advantages
