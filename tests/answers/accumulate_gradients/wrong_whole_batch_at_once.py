# WRONG: one call with all rows; witness: accumulate_gradients(lambda X, y: X.mean(0), np.zeros((4, 1)), np.ones(4), 2)
def accumulate_gradients(grad, X, y, size):
    return grad(X, y)
