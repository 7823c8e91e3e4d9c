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
    yield Case("the step by position", "np.sum(x**3)", np.array([1.0, -2.0]), 0.5)
    yield Case("the default step", "np.sum(x**3)", rng.uniform(0.5, 2.0, size=4)).plain()
    yield Case("the default step, where f turns fast", "np.sum(np.sin(1000 * x))", rng.normal(size=5)).plain()
    yield Case("three hundred entries", "np.sum(x**3)", rng.normal(size=300), h=0.5).once()
    axes = "more axes"
    yield Case("the shape matters", "x[0, 1] ** 3 * x[1, 0] - x[1, 2] ** 2", rng.normal(size=(2, 3)), h=0.1).edge(axes)
    yield Case("a matrix product", "np.sum((x @ x.T) ** 2)", rng.normal(size=(3, 2)), h=0.125).edge(axes)
    yield Case("three axes", "np.sum(np.sin(x[0] * x[1]))", rng.normal(size=(2, 2, 3)), h=0.3).edge(axes)
    yield Case("a single row", "np.sum(np.tanh(x * x.sum()))", rng.normal(size=(1, 4)), h=0.05).edge(axes)
    matrix = rng.normal(size=(2, 3))
    yield Case("the default step on a matrix", "np.sum(x @ x.T) + np.prod(x)", matrix).plain().edge(axes)
    yield Case("a small step", "np.sum(np.exp(x) * x)", rng.normal(size=(2, 2)), h=1e-3).plain().edge(axes)
    large = np.array([300.0, -2.0, 40.0])
    yield Case("entries of 300, 2 and 40", "np.sum(x**3)", large, h=0.5).edge("large entries")
    yield Case("shape ()", "np.exp(x) * x", np.array(0.5), h=0.25).edge("a single number")
    narrow = np.array([0.7, -1.3, 27.0], dtype=np.float32)
    yield Case("the default step in float32", "np.sum(x**3)", narrow).judged(close(rtol=1e-3)).beyond(
        "On a float32 x your gradient is wrong, because float32 keeps seven digits and loses a step of 1e-5. Move the "
        "entries of a float64 copy."
    )


def _nudged(x, index, by):
    moved = np.array(x, dtype=float)
    moved[index] += by
    return moved


def _entrywise(x, slope):
    return np.array([slope(index) for index in np.ndindex(x.shape)]).reshape(x.shape)


@mistake("You take forward differences, f(x + h) - f(x). Step to both sides: the error of central differences falls "
         "with h**2.")
def forward(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(_nudged(x, i, h)) - f(x)) / h)


@mistake("You take backward differences, f(x) - f(x - h). Step to both sides: the error of central differences falls "
         "with h**2.")
def backward(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(x) - f(_nudged(x, i, -h))) / h)


@mistake("You divide by h. The two points are 2h apart, so divide by 2h.")
def divided_by_h(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(_nudged(x, i, h)) - f(_nudged(x, i, -h))) / h)


@mistake("Your second point is x itself, not x - h. An entry that you keep as a view of x changes along with x, so "
         "keep a number, as .item() gives.")
def entry_moves_along(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(_nudged(x, i, h)) - f(x)) / (2 * h))


@mistake("You step by h / 2 to each side. Step by h, and divide by 2h.")
def half_steps(f, x, h=1e-5):
    return _entrywise(x, lambda i: (f(_nudged(x, i, h / 2)) - f(_nudged(x, i, -h / 2))) / h)


@mistake("You always step by {fixed}. Use the argument h.", constants={"fixed": (1e-5, 1e-4, 1e-6)})
def ignores_h(f, x, h=1e-5, *, fixed):
    return _entrywise(x, lambda i: (f(_nudged(x, i, fixed)) - f(_nudged(x, i, -fixed))) / (2 * fixed))


@mistake("Your default step is {default}. It should be 1e-5.", constants={"default": (1e-4, 1e-3, 1e-6, 1e-7, 1e-2)})
def another_default(f, x, h=None, *, default):
    h = default if h is None else h
    return _entrywise(x, lambda i: (f(_nudged(x, i, h)) - f(_nudged(x, i, -h))) / (2 * h))


@mistake("You move all entries at once, which gives the slope along the diagonal. Move one entry, evaluate f, and "
         "restore it.")
def all_entries_at_once(f, x, h=1e-5):
    return np.full(x.shape, (f(x + h) - f(x - h)) / (2 * h))


@mistake("You do not restore an entry before you move the next one, so later differences are taken at another point.")
def not_put_back(f, x, h=1e-5):
    moved = np.array(x, dtype=float)
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        moved[index] += h
        above = f(moved)
        moved[index] -= 2 * h
        gradient[index] = (above - f(moved)) / (2 * h)
    return gradient


@mistake("You change x in its last bits, because adding h and subtracting it again does not give the same float. Save "
         "the entry and assign it back, or work on a copy.")
def restored_by_arithmetic(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        gradient[index] = (above - f(x)) / (2 * h)
        x[index] += h
    return gradient


@mistake("Your result is flat. Return an array of the shape of x.")
def flat_result(f, x, h=1e-5):
    return np.array([(f(_nudged(x, i, h)) - f(_nudged(x, i, -h))) / (2 * h) for i in np.ndindex(x.shape)])


@mistake("You pass f a flat array. It takes an array of x's shape: move the entry, then reshape.")
def f_of_a_flat_array(f, x, h=1e-5):
    flat = np.ravel(x).astype(float)
    steps = h * np.eye(flat.size)
    return np.array([(f(flat + step) - f(flat - step)) / (2 * h) for step in steps]).reshape(x.shape)


@mistake("You do not restore an entry before you move the next one, so it stays moved by h. Save it and assign it "
         "back.")
def left_moved(f, x, h=1e-5):
    above, gradient = np.array(x, dtype=float), np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        above[index] += h
        below = _nudged(above, index, -2 * h)
        gradient[index] = (f(above) - f(below)) / (2 * h)
    return gradient


@mistake("Your step grows with the entry: h * max(1, |x|), or the like. Step by h itself.")
def relative_step(f, x, h=1e-5):
    def slope(i):
        step = h * max(1.0, abs(float(x[i])))
        return (f(_nudged(x, i, step)) - f(_nudged(x, i, -step))) / (2 * step)

    return _entrywise(x, slope)


@mistake("You take a complex step. f is a function of real numbers, so return its central differences.")
def complex_step(f, x, h=1e-5):
    def slope(i):
        moved = x.astype(complex)
        moved[i] += 1j * h
        return np.imag(f(moved)) / h

    return _entrywise(x, slope)


@mistake("You loop over the rows of x, and a single number has none. Loop over np.ndindex(x.shape).")
def over_the_rows(f, x, h=1e-5):
    gradient = np.zeros(x.shape)
    for i in range(len(x)):
        for rest in np.ndindex(x.shape[1:]):
            gradient[(i, *rest)] = (f(_nudged(x, (i, *rest), h)) - f(_nudged(x, (i, *rest), -h))) / (2 * h)
    return gradient


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
