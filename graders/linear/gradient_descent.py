"""Gradient descent: the whole path, for gradients that are linear, curved, constant, or the point itself."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def probe(module, case):
    given = case.kwargs
    A, c = given.get("A"), given.get("c")
    kinds = {
        "A @ (w - c)": lambda w: A @ (w - c),
        "w ** 3 - w": lambda w: w**3 - w,
        "np.tanh(w)": np.tanh,
        "c, the same array in every call": lambda w: c,
        "w itself": lambda w: w,
    }
    return module.gradient_descent(kinds[given["grad"]], given["w0"], given["lr"], given["n_steps"])


def cases(rng):
    def bowl(d):
        half = rng.normal(size=(d, d))
        return {"A": half @ half.T / d + 0.1 * np.eye(d) + np.triu(np.full((d, d), 0.05), 1), "c": rng.normal(size=d)}

    yield Case("one step", grad="A @ (w - c)", A=np.array([[2.0]]), c=np.array([0.0]), w0=np.array([4.0]), lr=0.25,
               n_steps=1)
    yield Case("two steps in two dimensions", grad="A @ (w - c)", A=np.array([[2.0, 0.5], [0.0, 1.0]]),
               c=np.array([1.0, -1.0]), w0=np.array([4.0, -8.0]), lr=0.25, n_steps=2)
    yield Case("no step", grad="np.tanh(w)", w0=np.array([0.5, -2.0]), lr=0.1, n_steps=0)
    yield Case("a constant gradient", grad="c, the same array in every call", c=np.array([1.0, -2.0, 4.0]),
               w0=np.array([0.0, 0.0, 1.0]), lr=0.5, n_steps=3)
    yield Case("the gradient is the point itself", grad="w itself", w0=np.array([8.0, -4.0]), lr=0.5, n_steps=3)
    yield Case("a start where the gradient vanishes", grad="w ** 3 - w", w0=np.array([1.0, 0.0]), lr=0.1, n_steps=3)
    yield Case("a rate so large that it overshoots", grad="A @ (w - c)", A=np.eye(2) * np.array([1.0, 3.0]),
               c=np.zeros(2), w0=np.array([1.0, 1.0]), lr=1.0, n_steps=9)
    yield Case("a tiny rate", grad="np.tanh(w)", w0=np.array([3.0, -0.5]), lr=1e-7, n_steps=4)
    yield Case("random, curved", grad="w ** 3 - w", w0=rng.uniform(-1.5, 1.5, size=4), lr=0.2, n_steps=6)
    yield Case("random bowl", grad="A @ (w - c)", **bowl(3), w0=rng.normal(size=3), lr=0.1, n_steps=5)
    yield Case("random bowl, as many points as dimensions", grad="A @ (w - c)", **bowl(4), w0=rng.normal(size=4),
               lr=0.2, n_steps=3)
    yield Case("random, one dimension, many steps", grad="np.tanh(w)", w0=rng.normal(size=1), lr=0.3, n_steps=40)
    yield Case("three hundred steps", grad="np.tanh(w)", w0=np.array([3.0, -1.0]), lr=0.01, n_steps=300).plain()
    yield Case("a start near the minimum", grad="np.tanh(w)", w0=1e-8 * np.array([3.0, -2.0]), lr=0.25, n_steps=4)


@mistake("You go up the gradient instead of down: subtract lr times it.")
def uphill(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] + lr * grad(path[-1]))
    return np.array(path)


@mistake("The start is missing: the path begins with w0 and has n_steps + 1 rows.")
def without_the_start(grad, w0, lr, n_steps):
    path, w = np.zeros((n_steps, len(w0))), w0
    for step in range(n_steps):
        w = w - lr * grad(w)
        path[step] = w
    return path


@mistake("You take one step too few: n_steps steps give n_steps + 1 points.")
def one_step_fewer(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps - 1):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path)


@mistake("You return the last point alone; the task asks for the whole path.")
def last_point(grad, w0, lr, n_steps):
    w = w0.copy()
    for _ in range(n_steps):
        w = w - lr * grad(w)
    return w


@mistake("You update w in place and append the same array each time, so every row is the last point. "
         "Append a copy, or compute a new array.")
def aliased(grad, w0, lr, n_steps):
    w = w0.copy()
    path = [w]
    for _ in range(n_steps):
        w -= lr * grad(w)
        path.append(w)
    return np.array(path)


@mistake("You update w0 itself (w = w0 is no copy, and -= writes into it). Start from a copy.",
         kind="changed")
def start_changed(grad, w0, lr, n_steps):
    w, path = w0, [w0.copy()]
    for _ in range(n_steps):
        w -= lr * grad(w)
        path.append(w.copy())
    return np.array(path)


@mistake("You use the gradient at the start for every step; take it anew at each point.")
def gradient_of_the_start(grad, w0, lr, n_steps):
    gradient = grad(w0)
    return np.array([w0 - lr * step * gradient for step in range(n_steps + 1)])


@mistake("You scale what grad returned in place. That array may be the caller's, or the point itself: "
         "multiply into a new one.")
def gradient_scaled_in_place(grad, w0, lr, n_steps):
    path = [w0.copy()]
    for _ in range(n_steps):
        step = grad(path[-1].copy())
        step *= lr
        path.append(path[-1] - step)
    return np.array(path)


@mistake("You divide the gradient by its length, so that every step is equally long. Use it as it is.")
def normalised(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps):
        gradient = grad(path[-1])
        length = np.sqrt((gradient**2).sum())
        path.append(path[-1] - lr * gradient / (length if length > 0 else 1.0))
    return np.array(path)


@alternative
def into_an_array(grad, w0, lr, n_steps):
    path = np.zeros((n_steps + 1, w0.shape[0]))
    path[0] = w0
    for step in range(n_steps):
        path[step + 1] = path[step] - lr * grad(path[step])
    return path


@alternative
def in_place_on_a_copy(grad, w0, lr, n_steps):
    w = np.array(w0, dtype=float)
    path = [w.copy()]
    while len(path) <= n_steps:
        w -= np.multiply(lr, grad(w))
        path.append(w.copy())
    return path


@alternative
def by_recursion(grad, w0, lr, n_steps):
    if n_steps == 0:
        return w0[None, :]
    return np.vstack([w0[None, :], by_recursion_helper(grad, w0 - lr * np.asarray(grad(w0)), lr, n_steps - 1)])


def by_recursion_helper(grad, w, lr, left):
    rest = by_recursion_helper(grad, w - lr * grad(w), lr, left - 1) if left else []
    return [w, *rest]
