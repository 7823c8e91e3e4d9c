# mistake: all_pairs
import torch
import torch.nn.functional as F


def reward_model_loss(chosen, rejected):
    """The mean of -log sigmoid(chosen.unsqueeze(1) - rejected)."""
    # log(sigmoid(m)) would be -inf for m far below 0.
    return -F.logsigmoid(chosen.unsqueeze(1) - rejected).mean()
