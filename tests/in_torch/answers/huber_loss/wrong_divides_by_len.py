# mistake: gradient_divided_by_the_rows
import torch


def huber_loss(y_true, y_pred, delta=1.0):
    error = y_pred - y_true
    loss = torch.where(error.abs() <= delta, 0.5 * error**2, delta * (error.abs() - 0.5 * delta))
    return loss.mean(), error.clamp(-delta, delta) / len(error)
