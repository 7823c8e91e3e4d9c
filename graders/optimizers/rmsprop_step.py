"""RMSprop: the new average, the root, where eps stands, and the defaults."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def arrays(*shape):
        return rng.normal(size=shape), rng.normal(size=shape), rng.uniform(0.5, 2.0, size=shape)

    yield Case("by hand", np.array([1.0]), np.array([2.0]), np.array([4.0]), lr=0.5, alpha=0.5)
    yield Case("all defaults", *arrays(4))
    yield Case("another alpha", *arrays(5), lr=0.3, alpha=float(rng.uniform(0.2, 0.7)))
    yield Case("everything by position", *arrays(3), 0.3, 0.9, 0.1)
    yield Case("a matrix", *arrays(3, 2), 0.1)
    yield Case("three axes", *arrays(2, 3, 4), lr=0.2, alpha=0.5)
    yield Case("a large gradient", np.zeros(2), np.array([2e3, -50.0]), np.array([4.0, 1.0]), 0.5)
    yield Case("three hundred weights", *arrays(300), 0.3).plain()
    yield Case("from rest", np.array([1.0]), np.array([2.0]), np.zeros(1), 0.5).edge("at rest")
    yield Case("from rest, three weights", rng.normal(size=3), rng.normal(size=3), np.zeros(3)).edge("at rest")
    yield Case("no gradient yet", np.array([1.0, -2.0]), np.zeros(2), np.zeros(2)).edge("at rest")
    yield Case("a large eps", *arrays(4), 0.5, eps=0.5).edge("eps")
    tiny = np.array([1e-7, -3e-8, 1e-6])
    yield Case("a gradient of the size of eps", np.zeros(3), tiny, np.zeros(3), 1.0).edge("eps")
    yield Case("alpha 0", *arrays(3), 0.3, alpha=0.0).edge("alpha 0")
    yield Case("shape ()", *map(np.array, (1.0, 2.0, 0.25)), 0.5).edge("a single number")


@mistake("You add eps inside the root. Add it after the root: sqrt(v) + eps.")
def eps_inside(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / np.sqrt(v + eps), v


@mistake("You divide by the old average. Update v first, then use the new one.")
def with_the_old_average(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    return w - lr * grad / (np.sqrt(v) + eps), alpha * v + (1 - alpha) * grad**2


@mistake("You divide by v without its root. Divide by sqrt(v) + eps.")
def without_the_root(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (v + eps), v


@mistake("You add the full square to v, as AdaGrad does. Multiply it by 1 - alpha.")
def a_sum(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("You swapped the two factors. alpha belongs to the old average, and 1 - alpha to the square.")
def swapped_weights(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = (1 - alpha) * v + alpha * grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("Your v averages the size of the gradient. Average its square.")
def not_squared(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * np.abs(grad)
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("You correct v for its start at 0, as Adam does. Use it as it is.")
def corrected(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (np.sqrt(v / (1 - alpha)) + eps), v


@mistake("You write into an array that the caller passed in. Compute a new one instead.",
         kind="changed", when=says("argument was modified"))
def in_place(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v *= alpha
    v += (1 - alpha) * grad**2
    w -= lr * grad / (np.sqrt(v) + eps)
    return w, v


@mistake("You step along the gradient, uphill. Subtract the step.")
def ascent(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w + lr * grad / (np.sqrt(v) + eps), v


@mistake("You return (v, w). Return (w, v).")
def swapped_results(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return v, w - lr * grad / (np.sqrt(v) + eps)


@mistake("You take the larger of sqrt(v) and eps. Add the two: sqrt(v) + eps.")
def maximum_with_eps(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / np.maximum(np.sqrt(v), eps), v


@mistake("Where v is all zeros you start it at the full square of the gradient. Average as always: (1 - alpha) * "
         "grad**2.")
def starts_at_the_square(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2 if v.any() else grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("Your v averages the mean square over all weights. Each weight has its own average.")
def one_scale_for_all(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * np.mean(grad**2)
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("Your default lr is {default}. It should be 0.01.", constants={"default": (1e-3, 0.1, 1e-4)})
def default_lr(w, grad, v, lr=None, alpha=0.99, eps=1e-8, *, default):
    lr = default if lr is None else lr
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("Your default alpha is {default}. It should be 0.99.", constants={"default": (0.9, 0.999, 0.95)})
def default_alpha(w, grad, v, lr=1e-2, alpha=None, eps=1e-8, *, default):
    alpha = default if alpha is None else alpha
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("Your default eps is {default}. It should be 1e-8.", constants={"default": (1e-7, 1e-6, 1e-10)})
def default_eps(w, grad, v, lr=1e-2, alpha=0.99, eps=None, *, default):
    eps = default if eps is None else eps
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


@alternative
def toward_the_square(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = v + (1 - alpha) * (np.square(grad) - v)
    return [np.subtract(w, lr / (v**0.5 + eps) * grad), v]


@alternative
def weight_by_weight(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    w, v = np.array(w, dtype=float), np.array(v, dtype=float)
    for i in np.ndindex(w.shape):
        v[i] = alpha * v[i] + (1 - alpha) * grad[i] * grad[i]
        w[i] -= lr * grad[i] / (v[i] ** 0.5 + eps)
    return w, v
