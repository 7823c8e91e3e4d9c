import numpy as np
mse_loss = lambda y_true, y_pred: np.array(np.linalg.norm(np.subtract(y_true, y_pred).ravel()) ** 2 / np.size(y_true))
