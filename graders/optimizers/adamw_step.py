"""AdamW: the decay is decoupled, scaled by the rate, and comes first; the rest as in Adam."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def arrays(*shape):
        w, grad, m = (rng.normal(size=shape) for _ in range(3))
        return w, grad, m, rng.uniform(0.5, 2.0, size=shape)

    def rest(*shape):
        return np.zeros(shape), np.zeros(shape)

    yield Case("the first step", np.array([2.0]), np.array([3.0]), *rest(1), 1, lr=0.5, weight_decay=0.1)
    yield Case("decay alone", np.array([1.0, -2.0]), np.zeros(2), *rest(2), 1, lr=0.5, weight_decay=0.1)
    yield Case("decay alone, its default", np.array([3.0, -2.0]), np.zeros(2), *rest(2), 1, lr=0.5)
    yield Case("no weight to decay", np.zeros(3), np.array([1e-3, 1.0, -50.0]), *rest(3), 1)
    yield Case("without decay", *arrays(3), 2, lr=0.5, weight_decay=0.0)
    yield Case("all defaults", *arrays(3), 10)
    yield Case("a strong decay", *arrays(4), t=3, lr=0.5, weight_decay=0.5)
    yield Case("a gradient of the size of eps", np.zeros(3), np.array([1e-8, -3e-8, 1e-7]), *rest(3), 1)
    yield Case("a large eps", *arrays(4), 3, lr=0.5, eps=0.5, weight_decay=0.2)
    yield Case("everything by position", *arrays(5), 3, 0.5, 0.5, 0.25, 1e-3, 0.3)
    yield Case("a matrix", *arrays(3, 2), 7, lr=0.2, weight_decay=0.3)
    yield Case("a late step", *arrays(2, 3, 2), 5000, lr=0.1, weight_decay=0.4)
    yield Case("no averaging", *arrays(3), 3, lr=0.5, beta1=0.0, beta2=0.0)
    yield Case("three hundred weights", *arrays(300), 3, lr=0.5).plain()


def _adam(w, grad, m, v, t, lr, beta1, beta2, eps):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    return w - lr * m / (1 - beta1**t) / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("You added the decay to the gradient. That is Adam with an L2 penalty: decoupled decay shrinks the "
         "weights directly, and m and v see the plain gradient.")
def l2_penalty(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return _adam(w, grad + weight_decay * w, m, v, t, lr, beta1, beta2, eps)


@mistake("The decay lacks the learning rate: the factor is 1 - lr * weight_decay.")
def without_the_rate(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return _adam(w * (1 - weight_decay), grad, m, v, t, lr, beta1, beta2, eps)


@mistake("You shrink the weights after the step, and so Adam's step as well. The decay comes first.")
def decay_last(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    w, m, v = _adam(w, grad, m, v, t, lr, beta1, beta2, eps)
    return w * (1 - lr * weight_decay), m, v


@mistake("There is no decay in your step: that is plain Adam. First w * (1 - lr * weight_decay).")
def plain_adam(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return _adam(w, grad, m, v, t, lr, beta1, beta2, eps)


@mistake("The weights grow: decay subtracts lr * weight_decay * w.")
def grows(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    return _adam(w * (1 + lr * weight_decay), grad, m, v, t, lr, beta1, beta2, eps)


@mistake("You divide the decay by sqrt(v_hat) + eps together with the step. Decoupled, every weight shrinks "
         "by the same factor.")
def decay_inside_the_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    step = m / (1 - beta1**t) + weight_decay * w
    return w - lr * step / (np.sqrt(v / (1 - beta2**t)) + eps), m, v


@mistake("The bias correction is missing: divide m by 1 - beta1**t and v by 1 - beta2**t before the step.")
def uncorrected(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    return w * (1 - lr * weight_decay) - lr * m / (np.sqrt(v) + eps), m, v


@mistake("eps stands inside the root in your answer. It is added after the root: sqrt(v_hat) + eps.")
def eps_inside(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    m, v = beta1 * m + (1 - beta1) * grad, beta2 * v + (1 - beta2) * grad**2
    step = m / (1 - beta1**t) / np.sqrt(v / (1 - beta2**t) + eps)
    return w * (1 - lr * weight_decay) - lr * step, m, v


@mistake("The default decay is 0.01; yours is another.")
def another_default(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.1):
    return _adam(w * (1 - lr * weight_decay), grad, m, v, t, lr, beta1, beta2, eps)


@mistake("You changed the caller's w: w *= ... writes into it. Make a new array.", kind="changed")
def in_place(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    w *= 1 - lr * weight_decay
    return _adam(w, grad, m, v, t, lr, beta1, beta2, eps)


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
