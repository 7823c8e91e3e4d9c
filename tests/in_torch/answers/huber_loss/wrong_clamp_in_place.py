# mistake: square_of_the_clipped
import torch


def huber_loss(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    clipped = error.clamp_(-delta, delta)
    loss = (clipped * (error - 0.5 * clipped)).mean()
    return loss, clipped / error.numel()
