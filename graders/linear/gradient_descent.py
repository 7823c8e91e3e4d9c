"""Gradient descent: the whole path, for gradients that are linear, curved, constant, or the point itself."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, says, uses


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

    yield Case("one step", grad="A @ (w - c)", A=np.array([[2.0, 0.0], [0.0, 1.0]]), c=np.array([0.0, 0.0]),
               w0=np.array([4.0, 1.0]), lr=0.25, n_steps=1)
    yield Case("two steps in two dimensions", grad="A @ (w - c)", A=np.array([[2.0, 0.5], [0.0, 1.0]]),
               c=np.array([1.0, -1.0]), w0=np.array([4.0, -8.0]), lr=0.25, n_steps=2)
    yield Case("a rate so large that it overshoots", grad="A @ (w - c)", A=np.eye(2) * np.array([1.0, 3.0]),
               c=np.zeros(2), w0=np.array([1.0, 1.0]), lr=1.0, n_steps=9)
    yield Case("random, curved", grad="w ** 3 - w", w0=rng.uniform(-1.5, 1.5, size=4), lr=0.2, n_steps=6)
    yield Case("random bowl", grad="A @ (w - c)", **bowl(3), w0=rng.normal(size=3), lr=0.1, n_steps=5)
    yield Case("random bowl, as many points as dimensions", grad="A @ (w - c)", **bowl(4), w0=rng.normal(size=4),
               lr=0.2, n_steps=3)
    yield Case("three hundred steps", grad="np.tanh(w)", w0=np.array([3.0, -1.0]), lr=0.01, n_steps=300).plain()
    yield Case("no step", grad="np.tanh(w)", w0=np.array([0.5, -2.0]), lr=0.1, n_steps=0).edge("no step")
    yield Case("no step in one dimension", grad="np.tanh(w)", w0=np.array([0.5]), lr=0.1, n_steps=0).edge("no step")
    yield Case("one step in one dimension", grad="A @ (w - c)", A=np.array([[2.0]]), c=np.array([0.0]),
               w0=np.array([4.0]), lr=0.25, n_steps=1).edge("one dimension")
    yield Case("random, one dimension, many steps", grad="np.tanh(w)", w0=rng.normal(size=1), lr=0.3,
               n_steps=40).edge("one dimension")
    yield Case("a constant gradient", grad="c, the same array in every call", c=np.array([1.0, -2.0, 4.0]),
               w0=np.array([0.0, 0.0, 1.0]), lr=0.5, n_steps=3).edge("stored gradient")
    yield Case("the gradient is the point itself", grad="w itself", w0=np.array([8.0, -4.0]), lr=0.5,
               n_steps=3).edge("stored gradient")
    yield Case("a start where the gradient vanishes", grad="w ** 3 - w", w0=np.array([1.0, 0.0]), lr=0.1,
               n_steps=3).edge("no early stop")
    # each is judged by its own size: the steps are too small for the usual tolerance
    yield Case("a tiny rate", grad="np.tanh(w)", w0=np.array([3.0, -0.5]), lr=1e-7,
               n_steps=4).judged(close(rtol=1e-10)).plain().edge("no early stop")
    yield Case("a start of 1e-8", grad="np.tanh(w)", w0=1e-8 * np.array([3.0, -2.0]), lr=0.25,
               n_steps=4).judged(close(rtol=1e-6)).plain().edge("no early stop")
    yield Case("a start of 1e-12", grad="np.tanh(w)", w0=1e-12 * np.array([3.0, -2.0]), lr=0.25,
               n_steps=3).judged(close(rtol=1e-6)).plain().edge("no early stop")


@mistake("You step along the gradient instead of against it. Subtract lr times the gradient.")
def uphill(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] + lr * grad(path[-1]))
    return np.array(path)


@mistake("The start is missing. The path begins with w0 and has n_steps + 1 rows.")
def without_the_start(grad, w0, lr, n_steps):
    path, w = np.zeros((n_steps, len(w0))), w0
    for step in range(n_steps):
        w = w - lr * grad(w)
        path[step] = w
    return path


@mistake("Row 0 should be w0, but your rows are all one step ahead. Store the point before you move it.")
def one_step_ahead(grad, w0, lr, n_steps):
    path, w = [], w0
    for _ in range(n_steps + 1):
        w = w - lr * grad(w)
        path.append(w)
    return np.array(path)


@mistake("You take one step too few. Take n_steps steps, which give n_steps + 1 points.")
def one_step_fewer(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps - 1):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path)


@mistake("You take one step too many. Take n_steps steps, which give n_steps + 1 points.")
def one_step_more(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps + 1):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path)


@mistake("You return the last point only. Return the whole path.")
def last_point(grad, w0, lr, n_steps):
    w = w0.copy()
    for _ in range(n_steps):
        w = w - lr * grad(w)
    return w


@mistake("Every row of your path is the last point: you keep one array and update it in place. Append a copy, or "
         "compute a new array.")
def aliased(grad, w0, lr, n_steps):
    w = w0.copy()
    path = [w]
    for _ in range(n_steps):
        w -= lr * grad(w)
        path.append(w)
    return np.array(path)


@mistake("Every row after the first is the last point: you keep one array and update it in place. Append a copy, or "
         "compute a new array.")
def aliased_after_the_start(grad, w0, lr, n_steps):
    w = w0.copy()
    path = [w0]
    for _ in range(n_steps):
        w -= lr * grad(w)
        path.append(w)
    return np.array(path)


@mistake("You write into w0, which belongs to the caller. Start from a copy, such as w0.copy().",
         kind="changed", when=says("argument w0"))
def start_changed(grad, w0, lr, n_steps):
    w, path = w0, [w0.copy()]
    for _ in range(n_steps):
        w -= lr * grad(w)
        path.append(w.copy())
    return np.array(path)


@mistake("You use the gradient at the start for every step. Compute it again at each point.")
def gradient_of_the_start(grad, w0, lr, n_steps):
    gradient = grad(w0)
    return np.array([w0 - lr * step * gradient for step in range(n_steps + 1)])


@mistake("You scale in place what grad returned. The caller may keep that array, or it may be the point itself, so "
         "multiply into a new array: lr * grad(w).")
def gradient_scaled_in_place(grad, w0, lr, n_steps):
    path = [w0.copy()]
    for _ in range(n_steps):
        step = grad(path[-1].copy())
        step *= lr
        path.append(path[-1] - step)
    return np.array(path)


@mistake("You scale in place what grad returned. Where grad returns its argument, that changes your path, so multiply "
         "into a new array: lr * grad(w).")
def gradient_and_point_scaled_in_place(grad, w0, lr, n_steps):
    w = w0.copy()
    path = [w]
    for _ in range(n_steps):
        step = grad(w)
        step *= lr
        w = w - step
        path.append(w)
    return np.array(path)


@mistake("You divide the gradient by its length, so every step is equally long. Use the gradient as it is.")
def normalized(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps):
        gradient = grad(path[-1])
        length = np.sqrt((gradient**2).sum())
        path.append(path[-1] - lr * gradient / (length if length > 0 else 1.0))
    return np.array(path)


@mistake("You stop early, once the gradient or a step is small. Take all n_steps steps, so that the path has n_steps + "
         "1 rows.",
         constants={"scaled": (False, True), "least": (1e-10, 1e-12, 1e-8, 1e-6, 1e-4, 1e-3)})
def stops_early(grad, w0, lr, n_steps, *, scaled=False, least=1e-10):
    path = [w0]
    for _ in range(n_steps):
        gradient = grad(path[-1])
        if np.linalg.norm(lr * gradient if scaled else gradient) < least:
            break
        path.append(path[-1] - lr * gradient)
    return np.array(path)


@mistake("You stop moving once the gradient or a step is small. Take all n_steps steps, even if they are tiny.",
         constants={"scaled": (False, True), "least": (1e-8, 1e-10, 1e-6)})
def stands_still(grad, w0, lr, n_steps, *, scaled=False, least=1e-8):
    path = [w0]
    for _ in range(n_steps):
        gradient = grad(path[-1])
        small = np.abs(lr * gradient if scaled else gradient).max() <= least
        path.append(path[-1] if small else path[-1] - lr * gradient)
    return np.array(path)


@mistake("You squeeze the path, which drops every axis of length 1. Keep the shape (n_steps + 1, d).",
         when=uses("np.squeeze"))
def squeezed(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.squeeze(np.array(path))


@mistake("With one dimension you return a vector. Keep the shape (n_steps + 1, 1).")
def flat_in_one_dimension(grad, w0, lr, n_steps):
    path = [w0]
    for _ in range(n_steps):
        path.append(path[-1] - lr * grad(path[-1]))
    return np.array(path).ravel() if len(w0) == 1 else np.array(path)


@mistake("Without a step you return w0 as a vector. The path still has two axes, here (1, d).")
def vector_without_a_step(grad, w0, lr, n_steps):
    path = w0.copy()
    for _ in range(n_steps):
        last = path if path.ndim == 1 else path[-1]
        path = np.vstack([path, last - lr * grad(last)])
    return path


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
