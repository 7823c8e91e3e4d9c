"""Central differences: the step that was asked for, x's own shape, and x left exactly as it was.

A large step makes the formula's own error visible, which tells central differences from all others exactly.
The default step is told by a function that turns fast. In float32 only large steps are tried: a small one is
lost in rounding.
"""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake

CHECKS = (close(rtol=1e-6, atol=1e-7),)


def probe(module, case):
    formula, x, *h = case.args
    return module.numerical_gradient(eval(f"lambda x: {formula}", {"np": np}), x, *h, **case.kwargs)


def cases(rng):
    yield Case("one entry", "x[0] ** 2", np.array([3.0]), h=0.5)
    yield Case("a cube, step 0.5", "np.sum(x**3)", np.array([0.0, 1.0, 2.0]), h=0.5)
    yield Case("an exponential, step 0.1", "np.sum(np.exp(x))", rng.normal(size=3), h=0.1)
    yield Case("entries that meet", "x[0] * x[1] ** 2 + np.exp(x[0])", rng.normal(size=2), h=0.25)
    yield Case("the shape matters", "x[0, 1] ** 3 * x[1, 0] - x[1, 2] ** 2", rng.normal(size=(2, 3)), h=0.1)
    yield Case("a matrix product", "np.sum((x @ x.T) ** 2)", rng.normal(size=(3, 2)), h=0.125)
    yield Case("three axes", "np.sum(np.sin(x[0] * x[1]))", rng.normal(size=(2, 2, 3)), h=0.3)
    yield Case("a single row", "np.sum(np.tanh(x * x.sum()))", rng.normal(size=(1, 4)), h=0.05)
    yield Case("the default step", "np.sum(x**3)", rng.uniform(0.5, 2.0, size=4)).plain()
    yield Case("the default step, where f turns fast", "np.sum(np.sin(1000 * x))", rng.normal(size=5)).plain()
    yield Case("the default step on a matrix", "np.sum(x @ x.T) + np.prod(x)", rng.normal(size=(2, 3))).plain()
    yield Case("a small step", "np.sum(np.exp(x) * x)", rng.normal(size=(2, 2)), h=1e-3).plain()
    yield Case("the step by position", "np.sum(x**3)", np.array([1.0, -2.0]), 0.5)
    yield Case("three hundred entries", "np.sum(x**3)", rng.normal(size=300), h=0.5).plain()


def _nudged(x, index, by):
    moved = np.array(x, dtype=float)
    moved[index] += by
    return moved


def _entrywise(x, slope):
    return np.array([slope(index) for index in np.ndindex(x.shape)]).reshape(x.shape)


@mistake("You took forward differences, f(x + h) - f(x). Central ones step to both sides: their error falls "
         "with h**2.")
def forward(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(_nudged(x, i, h)) - f(x)) / h)


@mistake("You took backward differences, f(x) - f(x - h). Central ones step to both sides: their error falls "
         "with h**2.")
def backward(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(x) - f(_nudged(x, i, -h))) / h)


@mistake("The two points lie 2h apart, so divide by 2h, not by h.")
def divided_by_h(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(_nudged(x, i, h)) - f(_nudged(x, i, -h))) / h)


@mistake("You step by h / 2 to each side; the task steps by h, and divides by 2h.")
def half_steps(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(_nudged(x, i, h / 2)) - f(_nudged(x, i, -h / 2))) / h)


@mistake("Your step is fixed; use the argument h.")
def ignores_h(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(_nudged(x, i, 1e-5)) - f(_nudged(x, i, -1e-5))) / 2e-5)


@mistake("The default step is 1e-5; yours is another.")
def another_default(f, x, h=1e-4):
    return _entrywise(x, lambda i: (f(_nudged(x, i, h)) - f(_nudged(x, i, -h))) / (2 * h))


@mistake("You moved all entries at once: that is the slope along the diagonal. Move one entry, evaluate, put "
         "it back.")
def all_entries_at_once(f, x, h=1e-5):
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


@mistake("An entry is not put back before the next one is moved, so later differences are taken at another "
         "point.")
def not_put_back(f, x, h=1e-5):
    moved = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        moved[index] += h
        above = f(moved)
        moved[index] -= 2 * h
        gradient[index] = (above - f(moved)) / (2 * h)
    return gradient


@mistake("x comes back changed in its last bits: adding h and taking it away again does not give the same "
         "float. Remember the entry and assign it back, or work on a copy.")
def restored_by_arithmetic(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        gradient[index] = (above - f(x)) / (2 * h)
        x[index] += h
    return gradient


@mistake("Your result is flat; it must have the shape of x.")
def flat_result(f, x, h=1e-5):
    return np.array([(f(_nudged(x, i, h)) - f(_nudged(x, i, -h))) / (2 * h) for i in np.ndindex(x.shape)])


@mistake("f was given a flat array. It takes an array of x's shape: move the entry, then reshape.")
def f_of_a_flat_array(f, x, h=1e-5):
    flat = np.ravel(x).astype(float)
    steps = h * np.eye(flat.size)
    return np.array([(f(flat + step) - f(flat - step)) / (2 * h) for step in steps]).reshape(x.shape)


@alternative
def in_place_and_restored(f, x, h=1e-5):
    gradient = np.zeros_like(x)
    walk = np.nditer(x, flags=["multi_index"])
    while not walk.finished:
        index = walk.multi_index
        old = x[index]
        x[index] = old + h
        above = f(x)
        x[index] = old - h
        below = f(x)
        x[index] = old
        gradient[index] = (above - below) / (2 * h)
        walk.iternext()
    return gradient


@alternative
def with_basis_vectors(f, x, h=1e-5):
    steps = (h * np.eye(x.size)).reshape(x.size, *x.shape)
    return np.reshape([0.5 * (f(x + step) - f(x - step)) / h for step in steps], x.shape)


EQUIVALENT = {
    "numerical_gradient: drop dtype=float in `moved = np.array(x, dtype=float)`":
        "float32 is graded with large steps only, where rounding does no harm",
}
