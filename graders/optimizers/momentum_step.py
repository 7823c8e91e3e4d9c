"""Momentum: the gradient enters whole, the new velocity moves the weights."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def arrays(*shape):
        return [rng.normal(size=shape) for _ in range(3)]

    yield Case("by hand", np.array([1.0]), np.array([2.0]), np.array([10.0]), lr=0.5, beta=0.5)
    yield Case("the default beta", *arrays(4), 0.1)
    yield Case("another beta", *arrays(5), lr=0.3, beta=float(rng.uniform(0.2, 0.7)))
    yield Case("a matrix", *arrays(3, 2), 0.01, 0.99)
    yield Case("three axes", *arrays(2, 3, 4), lr=2.0)
    yield Case("against the velocity", np.array([1.0, 2.0]), np.array([1.0, 0.5]), np.array([-3.0, -1.0]), 0.1)
    yield Case("three hundred weights", *arrays(300), 0.1).plain()
    yield Case("from rest", np.array([1.0]), np.array([2.0]), np.zeros(1), 0.5).edge("at rest")
    coasting = np.array([1.0, 2.0]), np.zeros(2), np.array([1.0, -1.0])
    yield Case("coasting without a gradient", *coasting, 0.1).edge("at rest")
    yield Case("beta 0", *arrays(3), 0.2, 0.0).edge("extreme beta")
    yield Case("beta 1", *arrays(3), 0.2, beta=1.0).edge("extreme beta")
    sizes = "large and small"
    yield Case("a large gradient", np.array([1.0, 2.0]), np.array([2e3, -50.0]), np.array([3.0, 1.0]), 0.1).edge(sizes)
    yield Case("a small gradient", np.zeros(2), np.array([5e-7, -5e-7]), np.array([2e-7, 1e-7]), 1.0).edge(sizes)
    yield Case("shape ()", np.array(1.0), np.array(2.0), np.array(10.0), 0.5).edge("a single number")


@mistake("You average: beta * v + (1 - beta) * grad. Add the full gradient: beta * v + grad.")
def averaged(w, grad, v, lr, beta=0.9):
    v = beta * v + (1 - beta) * grad
    return w - lr * v, v


@mistake("Your velocity includes the learning rate. Compute v = beta * v + grad, and multiply by lr in the step.")
def rate_in_the_velocity(w, grad, v, lr, beta=0.9):
    v = beta * v + lr * grad
    return w - v, v


@mistake("You move the weights by the old velocity. Update v first, then step with the new one.")
def with_the_old_velocity(w, grad, v, lr, beta=0.9):
    return w - lr * v, beta * v + grad


@mistake("This is Nesterov's variant. Plain momentum steps by lr * v, with the new v.")
def nesterov(w, grad, v, lr, beta=0.9):
    v = beta * v + grad
    return w - lr * (grad + beta * v), v


@mistake("You always use {fixed} for beta. Use the argument.", constants={"fixed": (0.9, 0.5, 0.99)})
def ignores_beta(w, grad, v, lr, beta=0.9, *, fixed):
    v = fixed * v + grad
    return w - lr * v, v


@mistake("You add the velocity to the weights. It adds up gradients, so subtract it.")
def ascent(w, grad, v, lr, beta=0.9):
    v = beta * v + grad
    return w + lr * v, v


@mistake("You return (v, w). Return (w, v).")
def swapped_results(w, grad, v, lr, beta=0.9):
    v = beta * v + grad
    return v, w - lr * v


@mistake("You write into an array that the caller passed in. Compute a new one instead.",
         kind="changed", when=says("argument was modified"))
def in_place(w, grad, v, lr, beta=0.9):
    v *= beta
    v += grad
    w -= lr * v
    return w, v


@mistake("Your default beta is {default}. It should be 0.9.", constants={"default": (0.99, 0.95, 0.5, 0.0)})
def another_default(w, grad, v, lr, beta=None, *, default):
    v = (default if beta is None else beta) * v + grad
    return w - lr * v, v


@mistake("Your velocity includes the learning rate and the minus sign. Compute v = beta * v + grad, and step by -lr * "
         "v.")
def rate_and_sign_in_the_velocity(w, grad, v, lr, beta=0.9):
    v = beta * v - lr * grad
    return w + v, v


@mistake("With beta = 0 you use the default instead. Take 0 as it is.")
def zero_is_not_given(w, grad, v, lr, beta=0.9):
    v = (beta or 0.9) * v + grad
    return w - lr * v, v


@mistake("You drop the velocity where it points against the gradient. Keep it: it slows down by itself.")
def restarted(w, grad, v, lr, beta=0.9):
    v = beta * (v if np.sum(grad * v) >= 0 else np.zeros_like(v)) + grad
    return w - lr * v, v


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
