import numpy as np
def logistic_regression(X, y, lr, epochs):
    A = np.append(X, np.ones((len(X), 1)), axis=1)
    def step(t, k):
        while k > 0:
            t = t - lr * A.T.dot(0.5 * (1 + np.tanh(A.dot(t) / 2)) - y) / len(A); k -= 1
        return t
    t = step(np.zeros(A.shape[1]), epochs)
    return t[:-1], float(t[-1])
