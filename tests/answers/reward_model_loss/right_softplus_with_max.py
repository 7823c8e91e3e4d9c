import numpy as np


def reward_model_loss(chosen, rejected):
    z = np.asarray(rejected, dtype=float) - np.asarray(chosen, dtype=float)
    return np.mean(np.maximum(z, 0) + np.log(1 + np.exp(-np.abs(z))))
