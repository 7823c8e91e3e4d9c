def accuracy(y_true, y_pred):
    h = [int(a == b) for a, b in zip(y_true, y_pred)]
    return sum(h) / len(h)
