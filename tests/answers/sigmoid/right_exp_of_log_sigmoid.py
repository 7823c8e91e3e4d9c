import numpy as np


def sigmoid(z):
    """exp of the log-sigmoid, which logaddexp keeps finite."""
    return np.exp(-np.logaddexp(0.0, np.negative(z)))
