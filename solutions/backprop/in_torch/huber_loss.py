import torch


def huber_loss(y_true, y_pred, delta=1.0):
    """The mean loss, and its gradient with respect to y_pred."""
    error = y_pred - y_true
    size = error.abs()
    loss = torch.where(size <= delta, 0.5 * error.square(), delta * (size - 0.5 * delta)).mean()
    return loss, error.clamp(-delta, delta) / error.numel()
