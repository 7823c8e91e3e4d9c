# a sum over the pairs
import numpy as np


def reward_model_loss(chosen, rejected):
    return float(np.logaddexp(0, -(chosen - rejected)).sum())
