# a margin ranking loss
import numpy as np


def reward_model_loss(chosen, rejected):
    return np.mean(np.clip(1 - (chosen - rejected), 0, None))
