# kind: crashed
import torch


def accuracy(y_true, y_pred):
    return (y_true == y_pred).mean()
