# the rejected answer is rewarded
import numpy as np


def reward_model_loss(chosen, rejected):
    return np.mean(np.logaddexp(0, chosen - rejected))
