# says: The tensor holds booleans
import torch
def accuracy(y_true, y_pred):
    return (y_true == y_pred).mean()
