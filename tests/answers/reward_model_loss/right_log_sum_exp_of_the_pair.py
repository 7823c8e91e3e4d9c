import numpy as np


def reward_model_loss(chosen, rejected):
    return sum(np.logaddexp(c, r) - c for c, r in zip(chosen, rejected)) / len(chosen)
