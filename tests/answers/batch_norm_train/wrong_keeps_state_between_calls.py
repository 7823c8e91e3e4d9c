# WRONG: keeps its own running statistics between calls and ignores the ones passed from the second call on; witness: [batch_norm_train(np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]), np.array([.5, 0., 1.]), np.array([0., 5., 1.]), np.array([1., 2., 4.]))[1] for _ in range(2)]
import numpy as np

_state = {}


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    old_mean, old_var = _state.get(x.shape[1], (running_mean, running_var))
    mu, var = x.mean(axis=0), x.var(axis=0)
    new = (1 - momentum) * old_mean + momentum * mu, (1 - momentum) * old_var + momentum * var
    _state[x.shape[1]] = new
    return (gamma * (x - mu) / np.sqrt(var + eps) + beta,) + new
