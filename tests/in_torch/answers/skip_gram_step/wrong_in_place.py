# mistake: in_place
import torch


def skip_gram_step(center, context, negatives, lr):
    positive_error = torch.sigmoid(context @ center) - 1
    negative_errors = torch.sigmoid(negatives @ center)
    center_gradient = positive_error * context + negative_errors @ negatives
    context.sub_(lr * positive_error * center)
    negatives.sub_(lr * torch.outer(negative_errors, center))
    center.sub_(lr * center_gradient)
    return center, context, negatives
