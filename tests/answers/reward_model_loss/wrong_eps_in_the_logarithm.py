# a constant inside the logarithm caps the loss
import numpy as np


def reward_model_loss(chosen, rejected):
    m = chosen - rejected
    e = np.exp(-np.abs(m))
    sigmoid = np.where(m >= 0, 1 / (1 + e), e / (1 + e))
    return -np.log(sigmoid + 1e-8).mean()
