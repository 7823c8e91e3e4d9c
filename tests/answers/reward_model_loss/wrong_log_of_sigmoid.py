# the sigmoid becomes 0 for differences far below 0, and its logarithm minus infinity
import numpy as np


def reward_model_loss(chosen, rejected):
    m = chosen - rejected
    return -np.mean(np.log(1 / (1 + np.exp(-m))))
