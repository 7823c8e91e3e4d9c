import torch
import torch.nn.functional as F


def reinforce_gradient(logits, actions, advantages):
    """The gradient of -mean(advantage * log pi(action)) with respect to the logits."""
    n, A = logits.shape
    # The gradient of -log pi(action) is pi - onehot(action).
    score = logits.softmax(dim=1) - F.one_hot(actions.long(), A)
    return advantages * score / n
