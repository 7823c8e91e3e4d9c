# overflow warning of the branch not taken
import numpy as np
def sigmoid(z):
    z = np.asarray(z)
    return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(z) / (1 + np.exp(z)) if np.size(z) == 1 else np.exp(np.minimum(z, 0)) / (1 + np.exp(z)))
