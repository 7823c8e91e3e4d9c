"""AdamW: the decay is decoupled, scaled by the rate, and comes first; the rest as in Adam."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def arrays(*shape):
        w, grad, m = (rng.normal(size=shape) for _ in range(3))
        return w, grad, m, rng.uniform(0.5, 2.0, size=shape)

    def rest(*shape):
        return np.zeros(shape), np.zeros(shape)

    yield Case("the first step", np.array([2.0]), np.array([3.0]), *rest(1), 1, lr=0.5, weight_decay=0.1)
    yield Case("all defaults", *arrays(3), 10)
    yield Case("no weight to decay", np.zeros(3), np.array([1e-3, 1.0, -50.0]), *rest(3), 1)
    yield Case("a strong decay", *arrays(4), t=3, lr=0.5, weight_decay=0.5)
    yield Case("everything by position", *arrays(5), 3, 0.5, 0.5, 0.25, 1e-3, 0.3)
    yield Case("a matrix", *arrays(3, 2), 7, lr=0.2, weight_decay=0.3)
    yield Case("three axes", *arrays(2, 3, 4), 2, lr=0.1, weight_decay=0.4)
    yield Case("three hundred weights", *arrays(300), 3, lr=0.5).plain()
    rests = np.array([1.0, -2.0]), np.zeros(2), *rest(2), 1
    yield Case("decay alone", *rests, lr=0.5, weight_decay=0.1).edge("at rest")
    yield Case("decay alone, its default", *rests, lr=0.5).edge("at rest")
    yield Case("without decay", *arrays(3), 2, lr=0.5, weight_decay=0.0).edge("no decay")
    yield Case("a large eps", *arrays(4), 3, lr=0.5, eps=0.5, weight_decay=0.2).edge("eps")
    tiny = np.array([1e-8, -3e-8, 1e-7])
    yield Case("a gradient of the size of eps", np.zeros(3), tiny, *rest(3), 1).edge("eps")
    yield Case("step 5000", *arrays(3, 2), 5000, lr=0.1, weight_decay=0.4).edge("late steps")
    yield Case("no averaging", *arrays(3), 3, lr=0.5, beta1=0.0, beta2=0.0).edge("no averaging")
    yield Case("shape ()", *map(np.array, (1.0, 2.0, 0.5, 0.25)), 2, lr=0.5, weight_decay=0.3).edge("a single number")


def _adam(w, grad, m, v, t, lr, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You add the decay to the gradient, which is Adam with an L2 penalty. Shrink the weights directly, and let "
         "m and v see the plain gradient.")
def l2_penalty(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return _adam(w, grad + weight_decay * w, m, v, t, lr, beta1, beta2, eps)


@mistake("Your decay lacks the learning rate. Shrink the weights by the factor 1 - lr * weight_decay.")
def without_the_rate(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return _adam(w * (1 - weight_decay), grad, m, v, t, lr, beta1, beta2, eps)


@mistake("You shrink the weights after the step, which shrinks Adam's step as well. Apply the decay first.")
def decay_last(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    w, m, v = _adam(w, grad, m, v, t, lr, beta1, beta2, eps)
    return w * (1 - lr * weight_decay), m, v


@mistake("Your step has no decay: it is plain Adam. Shrink the weights by 1 - lr * weight_decay first.")
def plain_adam(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return _adam(w, grad, m, v, t, lr, beta1, beta2, eps)


@mistake("Your weights grow. Subtract lr * weight_decay * w.")
def grows(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return _adam(w * (1 + lr * weight_decay), grad, m, v, t, lr, beta1, beta2, eps)


@mistake("You divide the decay by sqrt(v_hat) + eps together with the step. Shrink every weight by the same factor "
         "instead.")
def decay_inside_the_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    step = m / (1 - beta1**t) + weight_decay * w
    return w - lr * step / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You leave out the bias correction. Divide m by 1 - beta1**t and v by 1 - beta2**t before the step.")
def uncorrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    return w * (1 - lr * weight_decay) - lr * m / (np.sqrt(v) + eps), m, v


@mistake("You add eps inside the root. Add it after the root: sqrt(v_hat) + eps.")
def eps_inside(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    step = m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps)
    return w * (1 - lr * weight_decay) - lr * step, m, v


@mistake("You write into an array that the caller passed in. Compute a new one instead.",
         kind="changed", when=says("argument was modified"))
def in_place(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    w *= 1 - lr * weight_decay
    return _adam(w, grad, m, v, t, lr, beta1, beta2, eps)


@mistake("You correct the decay for the start at 0, together with m. Leave it as it is: lr * weight_decay * w.")
def decay_corrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    shrunk = w * (1 - lr * weight_decay / (1 - beta1**t))
    return _adam(shrunk, grad, m, v, t, lr, beta1, beta2, eps)


@mistake("You return the corrected averages. Return m and v as they are before the correction.")
def keeps_the_corrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    shrunk, m, v = _adam(w * (1 - lr * weight_decay), grad, m, v, t, lr, beta1, beta2, eps)
    return shrunk, m / (1 - beta1**t), v / (1 - beta2**t)


@mistake("You correct with the power t + 1. Here t counts from 1: use beta**t.")
def counts_from_zero(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return _adam(w * (1 - lr * weight_decay), grad, m, v, t + 1, lr, beta1, beta2, eps)


@mistake("You correct m but not v. Divide v by 1 - beta2**t too.")
def v_uncorrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    return w * (1 - lr * weight_decay) - lr * m / (1 - beta1**t) / (np.sqrt(v) + eps), m, v


@mistake("Your v averages the square of m. Average the square of the gradient.")
def v_of_m(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m = beta1 * m + (1 - beta1) * grad
    v = beta2 * v + (1 - beta2) * m**2
    step = m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w * (1 - lr * weight_decay) - lr * step, m, v


@mistake("Your v averages the size of the gradient. Average its square.")
def v_not_squared(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * np.abs(grad)
    step = m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps)
    return w * (1 - lr * weight_decay) - lr * step, m, v


@mistake("You do not decay vectors, only arrays with two axes or more. Decay every array that you get.")
def vectors_do_not_decay(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    shrunk = w * (1 - lr * weight_decay) if w.ndim > 1 else w
    return _adam(shrunk, grad, m, v, t, lr, beta1, beta2, eps)


@mistake("You skip weights whose gradient is 0. Update them as well: they decay, and their averages fall.")
def skips_zero_gradients(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    moved = _adam(w * (1 - lr * weight_decay), grad, m, v, t, lr, beta1, beta2, eps)
    return tuple(np.where(grad != 0, new, old) for new, old in zip(moved, (w, m, v)))


@mistake("Your default weight_decay is {default}. It should be 0.01.", constants={"default": (0.1, 0.0, 1e-4, 1e-3)})
def default_decay(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=None, *, default):
    decay = default if weight_decay is None else weight_decay
    return _adam(w * (1 - lr * decay), grad, m, v, t, lr, beta1, beta2, eps)


@mistake("Your default eps is {default}. It should be 1e-8.", constants={"default": (1e-7, 1e-6)})
def default_eps(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=None, weight_decay=0.01, *, default):
    return _adam(w * (1 - lr * weight_decay), grad, m, v, t, lr, beta1, beta2, default if eps is None else eps)


@alternative
def decay_subtracted(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m = m + (1 - beta1) * (grad - m)
    v = v + (1 - beta2) * (grad * grad - v)
    m_hat, v_hat = np.divide(m, 1 - beta1**t), np.divide(v, 1 - beta2**t)
    return [w - lr * (m_hat / (v_hat**0.5 + eps) + weight_decay * w), m, v]


@alternative
def weight_by_weight(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    w, m, v = (np.array(each, dtype=float) for each in (w, m, v))
    for i in np.ndindex(w.shape):
        m[i] = beta1 * m[i] + (1 - beta1) * grad[i]
        v[i] = beta2 * v[i] + (1 - beta2) * grad[i] ** 2
        w[i] -= lr * weight_decay * w[i]
        w[i] -= lr * (m[i] / (1 - beta1**t)) / ((v[i] / (1 - beta2**t)) ** 0.5 + eps)
    return w, m, v
