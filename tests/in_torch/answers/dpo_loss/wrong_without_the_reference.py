# mistake: without_the_reference
import torch
import torch.nn.functional as F


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    """The mean of -log sigmoid of the margins over the reference model."""
    margins = beta * (chosen - rejected)
    # log(sigmoid(margin)) would be -inf for a margin far below 0.
    return -F.logsigmoid(margins).mean()
