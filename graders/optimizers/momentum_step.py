"""Momentum: the gradient enters whole, the new velocity moves the weights."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def arrays(*shape):
        return [rng.normal(size=shape) for _ in range(3)]

    yield Case("from rest", np.array([1.0]), np.array([2.0]), np.zeros(1), 0.5)
    yield Case("by hand", np.array([1.0]), np.array([2.0]), np.array([10.0]), lr=0.5, beta=0.5)
    yield Case("coasting without a gradient", np.array([1.0, 2.0]), np.zeros(2), np.array([1.0, -1.0]), 0.1)
    yield Case("the default beta", *arrays(4), 0.1)
    yield Case("no momentum", *arrays(3), 0.2, 0.0)
    yield Case("beta 1", *arrays(3), 0.2, beta=1.0)
    yield Case("another beta", *arrays(5), lr=0.3, beta=float(rng.uniform(0.2, 0.7)))
    yield Case("a matrix", *arrays(3, 2), 0.01, 0.99)
    yield Case("three axes", *arrays(2, 3, 2), lr=2.0)
    yield Case("a large gradient", np.array([1.0, 2.0]), np.array([2e3, -50.0]), np.array([3.0, 1.0]), 0.1)
    yield Case("a small gradient", np.zeros(2), np.array([5e-7, -5e-7]), np.array([2e-7, 1e-7]), 1.0)
    yield Case("three hundred weights", *arrays(300), 0.1).plain()


@mistake("You average: beta * v + (1 - beta) * grad. Here the gradient enters whole: beta * v + grad.")
def averaged(w, grad, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * grad
    return w - lr * v, v


@mistake("You put the learning rate into the velocity. Here v = beta * v + grad, and the rate scales the "
         "step.")
def rate_in_the_velocity(w, grad, v, lr, beta=0.9):
    v = beta * v + lr * grad
    return w - v, v


@mistake("You moved the weights by the old velocity. Update v first, then step with the new one.")
def with_the_old_velocity(w, grad, v, lr, beta=0.9):
    return w - lr * v, beta * v + grad


@mistake("That is Nesterov's variant. Plain momentum steps by lr * v, with the new v.")
def nesterov(w, grad, v, lr, beta=0.9):
    v = beta * v + grad
    return w - lr * (grad + beta * v), v


@mistake("The default beta is 0.9; yours is another.")
def another_default(w, grad, v, lr, beta=0.99):
    v = beta * v + grad
    return w - lr * v, v


@mistake("beta is fixed in your code; use the argument.")
def ignores_beta(w, grad, v, lr, beta=0.9):
    v = 0.9 * v + grad
    return w - lr * v, v


@mistake("You step along the velocity, uphill: here v adds up gradients, so it is subtracted.")
def ascent(w, grad, v, lr, beta=0.9):
    v = beta * v + grad
    return w + lr * v, v


@mistake("The results are in the wrong order: (w, v), the weights first.")
def swapped_results(w, grad, v, lr, beta=0.9):
    v = beta * v + grad
    return v, w - lr * v


@mistake("You changed the caller's arrays: *=, += and -= write into them. Make new ones.", kind="changed")
def in_place(w, grad, v, lr, beta=0.9):
    v *= beta
    v += grad
    w -= lr * v
    return w, v


@alternative
def written_out(w, grad, v, lr, beta=0.9):
    return [w - lr * beta * v - lr * grad, grad + v * beta]


@alternative
def on_copies(w, grad, v, lr, beta=0.9):
    w, v = w.copy(), v.copy()
    np.multiply(v, beta, out=v)
    np.add(v, grad, out=v)
    w -= lr * v
    return w, v
