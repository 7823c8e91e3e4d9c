"""SGD: against the gradient, times the learning rate, out of place."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    yield Case("one weight", np.array([1.0]), np.array([2.0]), 0.25)
    yield Case("two weights", np.array([1.0, -2.0]), np.array([4.0, 1.0]), lr=0.5)
    yield Case("no gradient", np.array([1.0, -2.0]), np.zeros(2), 0.1)
    yield Case("a learning rate above 1", rng.normal(size=3), rng.normal(size=3), 2.0)
    yield Case("a small learning rate", rng.normal(size=5), rng.normal(size=5), 1e-3)
    yield Case("a small gradient", np.zeros(2), np.array([5e-5, -5e-5]), 1.0)
    yield Case("three hundred weights", rng.normal(size=300), rng.normal(size=300), 0.1)
    yield Case("a matrix", rng.normal(size=(3, 2)), rng.normal(size=(3, 2)), float(rng.uniform(0.1, 0.9)))
    yield Case("three axes", rng.normal(size=(2, 3, 2)), rng.normal(size=(2, 3, 2)), lr=0.05)
    yield Case("a large gradient", rng.normal(size=(2, 2)), 1e4 * rng.normal(size=(2, 2)), 0.01)
    yield Case("a tiny gradient", np.zeros(2), np.array([5e-7, -5e-7]), 1.0)


@mistake("You step along the gradient, uphill. Descent subtracts it.")
def ascent(w, grad, lr):
    return w + lr * grad


@mistake("You left out the learning rate.")
def without_the_rate(w, grad, lr):
    return w - grad


@mistake("You return the step alone; the new weights are asked for.")
def step_alone(w, grad, lr):
    return -lr * grad


@mistake("You changed w itself: w -= ... writes into the caller's array. Return a new one.", kind="changed")
def in_place(w, grad, lr):
    w -= lr * grad
    return w


@mistake("You subtract in the wrong order: the gradient's step comes off the weights, not the other way "
         "round.")
def the_other_way_round(w, grad, lr):
    return lr * grad - w


@mistake("You step by the gradient's direction alone. Plain gradient descent keeps its length: w - lr * "
         "grad.")
def normalised(w, grad, lr):
    return w - lr * grad / (np.linalg.norm(grad) + 1e-12)


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
