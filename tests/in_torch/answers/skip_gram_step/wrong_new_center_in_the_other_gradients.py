# mistake: with_the_new_center
import torch


def skip_gram_step(center, context, negatives, lr):
    positive_error = torch.sigmoid(context @ center) - 1
    negative_errors = torch.sigmoid(negatives @ center)
    center = center - lr * (positive_error * context + negative_errors @ negatives)
    context = context - lr * positive_error * center
    negatives = negatives - lr * negative_errors[:, None] * center
    return center, context, negatives
