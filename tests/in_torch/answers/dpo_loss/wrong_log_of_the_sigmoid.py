# mistake: log_of_a_stable_sigmoid
import torch


def dpo_loss(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    margins = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    return -torch.log(torch.sigmoid(margins)).mean()
