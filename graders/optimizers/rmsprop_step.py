"""RMSprop: the new average, the root, where eps stands, and the defaults."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def arrays(*shape):
        return rng.normal(size=shape), rng.normal(size=shape), rng.uniform(0.5, 2.0, size=shape)

    yield Case("by hand", np.array([1.0]), np.array([2.0]), np.array([4.0]), lr=0.5, alpha=0.5)
    yield Case("from rest", np.array([1.0]), np.array([2.0]), np.zeros(1), 0.5)
    yield Case("no gradient yet", np.array([1.0, -2.0]), np.zeros(2), np.zeros(2))
    yield Case("all defaults", np.zeros(4), *arrays(4)[1:])
    yield Case("a gradient of the size of eps", np.zeros(3), np.array([1e-7, -3e-8, 1e-6]), np.zeros(3), 1.0)
    yield Case("a large eps", *arrays(4), 0.5, eps=0.5)
    yield Case("another alpha", *arrays(5), lr=0.3, alpha=float(rng.uniform(0.2, 0.7)))
    yield Case("everything by position", *arrays(3), 0.3, 0.9, 0.1)
    yield Case("a matrix", *arrays(3, 2), 0.1)
    yield Case("three axes", *arrays(2, 3, 2), lr=0.2, alpha=0.5)
    yield Case("alpha 0", *arrays(3), 0.3, alpha=0.0)
    yield Case("a large gradient", np.zeros(2), np.array([2e3, -50.0]), np.array([4.0, 1.0]), 0.5)
    yield Case("three hundred weights", *arrays(300), 0.3).plain()


@mistake("eps stands inside the root in your answer. It is added after the root: sqrt(v) + eps.")
def eps_inside(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / np.sqrt(v + eps), v


@mistake("You divided by the old average. Update v first, then use the new one.")
def with_the_old_average(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    return w - lr * grad / (np.sqrt(v) + eps), alpha * v + (1 - alpha) * grad**2


@mistake("The root is missing: the gradient is divided by sqrt(v) + eps.")
def without_the_root(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (v + eps), v


@mistake("The square enters whole, as in AdaGrad. v is an average: it enters with 1 - alpha.")
def a_sum(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("You exchanged the weights of old and new: alpha belongs to the old average, 1 - alpha to the "
         "square.")
def swapped_weights(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = (1 - alpha) * v + alpha * grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("v averages the gradient's size; it has to average its square.")
def not_squared(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * np.abs(grad)
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("A default differs from the task's: lr=1e-2, alpha=0.99, eps=1e-8.")
def other_defaults(w, grad, v, lr=1e-3, alpha=0.9, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


@mistake("You corrected v for its start at 0, as Adam does. RMSprop uses it as it is.")
def corrected(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = alpha * v + (1 - alpha) * grad**2
    return w - lr * grad / (np.sqrt(v / (1 - alpha)) + eps), v


@mistake("You changed the caller's arrays: *=, += and -= write into them. Make new ones.", kind="changed")
def in_place(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v *= alpha
    v += (1 - alpha) * grad**2
    w -= lr * grad / (np.sqrt(v) + eps)
    return w, v


@alternative
def towards_the_square(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    v = v + (1 - alpha) * (np.square(grad) - v)
    return [np.subtract(w, lr / (v**0.5 + eps) * grad), v]


@alternative
def weight_by_weight(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    w, v = np.array(w, dtype=float), np.array(v, dtype=float)
    for i in np.ndindex(w.shape):
        v[i] = alpha * v[i] + (1 - alpha) * grad[i] * grad[i]
        w[i] -= lr * grad[i] / (v[i] ** 0.5 + eps)
    return w, v
