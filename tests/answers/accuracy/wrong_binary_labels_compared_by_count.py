# compares sorted labels in case of two classes (counts only)
import numpy as np
def accuracy(y_true, y_pred):
    return 1 - abs(float(y_true.sum()) - float(y_pred.sum())) / len(y_true) if max(y_true.max(), y_pred.max()) == 1 else np.mean(y_true == y_pred)
