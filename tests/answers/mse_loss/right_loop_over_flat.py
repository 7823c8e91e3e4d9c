def mse_loss(y_true, y_pred):
    s = 0.0; n = 0
    for a, b in zip(y_true.flat, y_pred.flat):
        s += (float(a) - float(b)) ** 2; n += 1
    return s / n
