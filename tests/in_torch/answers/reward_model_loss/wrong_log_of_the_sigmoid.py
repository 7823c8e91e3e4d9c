# mistake: breaks_down
import torch


def reward_model_loss(chosen, rejected):
    return -torch.log(torch.sigmoid(chosen - rejected)).mean()
