import torch


def skip_gram_step(center, context, negatives, lr):
    """Take one step of gradient descent on the skip-gram loss with negative sampling."""
    positive_error = torch.sigmoid(context @ center) - 1
    negative_errors = torch.sigmoid(negatives @ center)
    center_gradient = positive_error * context + negative_errors @ negatives
    return (
        center - lr * center_gradient,
        context - lr * positive_error * center,
        negatives - lr * torch.outer(negative_errors, center),
    )
