"""SGD: against the gradient, times the learning rate, out of place."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    yield Case("one weight", np.array([1.0]), np.array([2.0]), 0.25)
    yield Case("two weights", np.array([1.0, -2.0]), np.array([4.0, 1.0]), lr=0.5)
    yield Case("no gradient", np.array([1.0, -2.0]), np.zeros(2), 0.1)
    yield Case("a learning rate above 1", rng.normal(size=3), rng.normal(size=3), 2.0)
    yield Case("a small learning rate", rng.normal(size=5), rng.normal(size=5), 1e-3)
    yield Case("three hundred weights", rng.normal(size=300), rng.normal(size=300), 0.1)
    yield Case("a matrix", rng.normal(size=(3, 2)), rng.normal(size=(3, 2)), float(rng.uniform(0.1, 0.9)))
    yield Case("three axes", rng.normal(size=(2, 3, 4)), rng.normal(size=(2, 3, 4)), lr=0.05)
    sizes = "large and small"
    yield Case("a large gradient", rng.normal(size=(2, 2)), 1e4 * rng.normal(size=(2, 2)), 0.01).edge(sizes)
    yield Case("a gradient of 20", np.zeros(2), np.array([20.0, -3.0]), 0.5).edge(sizes)
    yield Case("a small gradient", np.zeros(2), np.array([5e-5, -5e-5]), 1.0).edge(sizes)
    yield Case("a tiny gradient", np.zeros(2), np.array([5e-7, -5e-7]), 1.0).edge(sizes)
    yield Case("shape ()", np.array(2.0), np.array(-3.0), 0.5).edge("a single number")


@mistake("You step along the gradient, uphill. Subtract it.")
def ascent(w, grad, lr):
    return w + lr * grad


@mistake("You left out the learning rate. Multiply the gradient by lr.")
def without_the_rate(w, grad, lr):
    return w - grad


@mistake("You return the step alone. Add the weights to it.")
def step_alone(w, grad, lr):
    return -lr * grad


@mistake("You change w itself, the array of the caller. Compute a new array instead: w - lr * grad.",
         kind="changed", when=says("the first argument"))
def in_place(w, grad, lr):
    w -= lr * grad
    return w


@mistake("You subtract the weights from the step. Subtract the step from the weights.")
def weights_from_the_step(w, grad, lr):
    return lr * grad - w


@mistake("You use only the direction of the gradient. Keep its length: w - lr * grad.")
def normalized(w, grad, lr):
    return w - lr * grad / (np.linalg.norm(grad) + 1e-12)


@mistake("You change grad, an array of the caller. Compute a new array instead: lr * grad.",
         kind="changed", when=says("the second argument"))
def gradient_in_place(w, grad, lr):
    grad *= lr
    return w - grad


@mistake("You divide the step by the length of the first axis. The gradient needs no such factor, so step by lr * "
         "grad.")
def divided_by_the_first_axis(w, grad, lr):
    return w - lr * grad / (len(grad) if grad.ndim else 1)


@mistake("You divide the step by the number of weights. The gradient needs no such factor, so step by lr * grad.")
def divided_by_the_size(w, grad, lr):
    return w - lr * grad / grad.size


@mistake("You clip the gradient at {limit}. Step by all of it.", constants={"limit": (1.0, 5.0, 10.0)})
def clipped(w, grad, lr, *, limit):
    return w - lr * np.clip(grad, -limit, limit)


@mistake("You take no step where the gradient is small. What is small depends on the units of the weights, so always "
         "step.", constants={"tolerance": (1e-6, 1e-5, 1e-4, 1e-3)})
def no_small_steps(w, grad, lr, *, tolerance):
    return w.copy() if np.max(np.abs(grad)) < tolerance else w - lr * grad


@mistake("You go through w row by row, and a single number has no rows. Compute on the whole array.")
def row_by_row(w, grad, lr):
    return np.stack([a - lr * b for a, b in zip(w, grad)])


@alternative
def on_a_copy(w, grad, lr):
    new = np.array(w, copy=True)
    new -= np.multiply(grad, lr)
    return new


@alternative
def entry_by_entry(w, grad, lr):
    new = np.zeros(w.shape)
    for index in np.ndindex(w.shape):
        new[index] = w[index] + -lr * grad[index]
    return new
