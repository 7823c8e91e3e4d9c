"""Distillation: the direction of the divergence, the temperature on both sides and its square, exact far from 0."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says, uses

QUIET = ("large logits",)


def cases(rng):
    def pair(n, c, spread=2.0):
        return spread * rng.normal(size=(n, c)), spread * rng.normal(size=(n, c))

    even, sure = np.array([[0.0, 0.0]]), np.array([[0.0, np.log(9.0)]])
    yield Case("an undecided student", even, sure)
    yield Case("a surer student", sure, even)
    yield Case("temperature 1", even, np.array([[0.0, np.log(3.0)]]), temperature=1.0)
    two = np.array([[0.0, 1.0, 2.0], [3.0, 0.0, 0.0]]), np.array([[2.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    yield Case("two samples", *two, temperature=4.0)
    alike = rng.normal(size=(2, 3))
    yield Case("the student equals the teacher", alike, alike.copy())
    yield Case("equal but for a constant per row", alike, alike + np.array([[3.0], [-5.0]]))
    yield Case("random, with the default", *pair(4, 3))
    yield Case("random, with another", *pair(2, 5), float(rng.uniform(3.0, 6.0)))
    yield Case("as many samples as classes", *pair(3, 3), temperature=1.5)
    yield Case("three hundred samples", *pair(300, 3), 3).plain()
    yield Case("three hundred classes", *pair(2, 300)).plain()
    yield Case("temperature 1/2", *pair(3, 4, 1.0), temperature=0.5).edge("any temperature")
    yield Case("temperature 20", *pair(3, 2, 8.0), 20.0).edge("any temperature")
    yield Case("one sample", *pair(1, 4), 2.5).edge("single ones")
    yield Case("one class", np.array([[2.0], [-1.0]]), np.array([[0.0], [4.0]])).edge("single ones")
    large = "large logits"
    yield Case("logits in the hundreds", *pair(3, 4, 300.0)).edge(large)
    teacher = np.array([[1e4, -1e4, 0.0], [0.0, 1e4, -1e4]])
    yield Case("ten thousand, both agree", teacher.copy(), teacher).edge(large)
    yield Case("ten thousand, the student is wrong", np.array([[-1e4, 1e4, 0.0], [0.0, 9e3, 1e4]]), teacher).edge(large)
    yield Case("ten thousand, temperature 1/2", np.array([[-1e4, 1e4]]), np.array([[3.0, 4.0]]), 0.5).edge(large)
    # what float32 rounds away at 1e4 is what decides here
    close_by = np.array([[1e4, 1e4 + 0.3], [1e4, 1e4 - 0.7]])
    yield Case("fractions beside ten thousand", close_by, np.array([[2.0, 0.0], [0.0, 1.0]]), 1.0).plain().edge(large)
    below = np.array([[-1e4, -1e4 + 1], [-1e4 + 2, -1e4]])
    yield Case("all far below zero", below, below[::-1].copy()).edge(large)
    apart, other = np.array([[900.0, 901.0], [-900.0, -903.0]]), np.array([[-3e3, -3e3 + 2.0], [3e3, 3e3 + 4.0]])
    yield Case("rows far apart in the student", apart, np.array([[1.0, 0.0], [0.0, 2.0]]), 1.0).edge("rows far apart")
    yield Case("rows far apart in both", apart, other).edge("rows far apart")


def _log_softmax(z, axis=1):
    z = z - z.max(axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def _kl(log_p, log_q):
    return np.sum(np.exp(log_p) * (log_p - log_q), axis=1)


def _softmax(z):
    return np.exp(_log_softmax(z))


@mistake("You compute KL(student, teacher). The teacher's probabilities are the weights: Σ p · log(p / q).")
def reversed_kl(student, teacher, temperature=2.0):
    return temperature**2 * np.mean(_kl(_log_softmax(student / temperature), _log_softmax(teacher / temperature)))


@mistake("Your divergence is symmetric in student and teacher. It is KL(teacher, student) alone.",
         constants={"form": ("both directions", "Jensen-Shannon")})
def symmetrized(student, teacher, temperature=2.0, *, form):
    log_p, log_q = _log_softmax(teacher / temperature), _log_softmax(student / temperature)
    if form == "both directions":
        kl = (_kl(log_p, log_q) + _kl(log_q, log_p)) / 2
    else:
        log_m = np.logaddexp(log_p, log_q) - np.log(2)
        kl = (_kl(log_p, log_m) + _kl(log_q, log_m)) / 2
    return temperature**2 * np.mean(kl)


@mistake("You add up log p − log q without weights. Weigh each class by the teacher's probability p.")
def unweighted(student, teacher, temperature=2.0):
    gap = _log_softmax(teacher / temperature) - _log_softmax(student / temperature)
    return temperature**2 * np.mean(np.sum(gap, axis=1))


@mistake("You leave out the factor T². Without it the gradient shrinks as the temperature grows.")
def without_the_factor(student, teacher, temperature=2.0):
    return np.mean(_kl(_log_softmax(teacher / temperature), _log_softmax(student / temperature)))


@mistake("You multiply by T. The factor is T².")
def factor_not_squared(student, teacher, temperature=2.0):
    return temperature * np.mean(_kl(_log_softmax(teacher / temperature), _log_softmax(student / temperature)))


@mistake("You divide by T². Multiply by it.")
def divided_by_the_factor(student, teacher, temperature=2.0):
    return np.mean(_kl(_log_softmax(teacher / temperature), _log_softmax(student / temperature))) / temperature**2


@mistake("You return the cross-entropy with soft targets. The KL divergence subtracts the teacher's entropy: Σ p · "
         "log(p / q).")
def cross_entropy(student, teacher, temperature=2.0):
    p, log_q = _softmax(teacher / temperature), _log_softmax(student / temperature)
    return -(temperature**2) * np.mean(np.sum(p * log_q, axis=1))


@mistake("You average over samples and classes. Sum over the classes, and average over the batch alone.")
def averaged_over_every_entry(student, teacher, temperature=2.0):
    kl = _kl(_log_softmax(teacher / temperature), _log_softmax(student / temperature))
    return temperature**2 * np.mean(kl) / student.shape[1]


@mistake("You sum over the batch. Average over it.")
def summed(student, teacher, temperature=2.0):
    return temperature**2 * np.sum(_kl(_log_softmax(teacher / temperature), _log_softmax(student / temperature)))


@mistake("You return one divergence per sample. Return their mean.")
def not_averaged(student, teacher, temperature=2.0):
    return temperature**2 * _kl(_log_softmax(teacher / temperature), _log_softmax(student / temperature))


@mistake("You soften only the student. Divide the teacher's logits by the temperature too.")
def teacher_not_softened(student, teacher, temperature=2.0):
    return temperature**2 * np.mean(_kl(_log_softmax(teacher), _log_softmax(student / temperature)))


@mistake("You soften only the teacher. Divide the student's logits by the temperature too.")
def student_not_softened(student, teacher, temperature=2.0):
    return temperature**2 * np.mean(_kl(_log_softmax(teacher / temperature), _log_softmax(student)))


@mistake("You multiply the logits by the temperature, which sharpens. Divide them by it.")
def multiplied(student, teacher, temperature=2.0):
    return temperature**2 * np.mean(_kl(_log_softmax(teacher * temperature), _log_softmax(student * temperature)))


@mistake("You apply the temperature to the log-probabilities and do not normalize again. Divide the logits before the "
         "softmax.")
def softened_after_the_softmax(student, teacher, temperature=2.0):
    return temperature**2 * np.mean(_kl(_log_softmax(teacher) / temperature, _log_softmax(student) / temperature))


@mistake("Your result does not depend on the temperature. Divide both logits by it, and multiply by its square.",
         constants={"fixed": (2.0, 1.0)})
def temperature_fixed(student, teacher, temperature=2.0, *, fixed):
    return fixed**2 * np.mean(_kl(_log_softmax(teacher / fixed), _log_softmax(student / fixed)))


@mistake("You use only the teacher's most likely class. Use its whole softened distribution.")
def hard_labels(student, teacher, temperature=2.0):
    log_q = _log_softmax(student / temperature)
    return -(temperature**2) * np.mean(log_q[np.arange(len(log_q)), teacher.argmax(axis=1)])


@mistake("You compare the logits. Compare the softened distributions by their KL divergence.")
def squared_error_of_logits(student, teacher, temperature=2.0):
    return np.mean((student - teacher) ** 2)


@mistake("Your sign is flipped. A KL divergence is never negative.")
def sign_flipped(student, teacher, temperature=2.0):
    return -(temperature**2) * np.mean(_kl(_log_softmax(teacher / temperature), _log_softmax(student / temperature)))


@mistake("You use logarithms to base 2. Use the natural logarithm.")
def in_bits(student, teacher, temperature=2.0):
    kl = _kl(_log_softmax(teacher / temperature), _log_softmax(student / temperature))
    return temperature**2 * np.mean(kl) / np.log(2)


@mistake("Your softmax runs down the columns. Each sample is a row: sum along axis 1.")
def down_the_columns(student, teacher, temperature=2.0):
    return temperature**2 * np.mean(_kl(_log_softmax(teacher / temperature, 0), _log_softmax(student / temperature, 0)))


@mistake("exp overflows on large logits. Subtract each row's maximum first: the softmax is the same.")
def not_shifted(student, teacher, temperature=2.0):
    p, q = (np.exp(z / temperature) / np.exp(z / temperature).sum(axis=1, keepdims=True) for z in (teacher, student))
    return temperature**2 * np.mean(np.sum(p * np.log(p / q), axis=1))


@mistake("exp overflows on large logits. Subtract each row's maximum first: the softmax is the same.")
def log_sums_not_shifted(student, teacher, temperature=2.0):
    log_p, log_q = (z / temperature - np.log(np.exp(z / temperature).sum(axis=1, keepdims=True))
                    for z in (teacher, student))
    return temperature**2 * np.mean(_kl(log_p, log_q))


@mistake("You take logarithms of probabilities, and some have underflowed to 0. Work with log-probabilities on both "
         "sides: z − max − log(sum(exp(z − max))).", constants={"form": ("ratio", "difference", "only where p > 0")})
def logarithm_of_the_softmax(student, teacher, temperature=2.0, *, form):
    p, q = _softmax(teacher / temperature), _softmax(student / temperature)
    if form == "ratio":
        terms = p * np.log(p / q)
    elif form == "difference":
        terms = p * (np.log(p) - np.log(q))
    else:
        terms = np.where(p > 0, p * np.log(np.where(p > 0, p, 1.0) / q), 0.0)
    return temperature**2 * np.mean(np.sum(terms, axis=1))


@mistake("You keep probabilities above 0 by {floor}, which caps what a class costs that the student finds impossible. "
         "With logits you need no floor: log q = z − max − log(sum(exp(z − max))).",
         constants={"floor": (1e-12, 1e-8, 1e-10, 1e-9, 1e-15, 1e-7),
                    "how": ("add to both", "add to q", "clip both", "clip q", "add to the ratio")})
def floored(student, teacher, temperature=2.0, *, floor, how):
    p, q = _softmax(teacher / temperature), _softmax(student / temperature)
    if how == "add to the ratio":
        terms = p * np.log(p / (q + floor) + floor)
    elif how.startswith("add"):
        log_p = np.log(p + floor) if "both" in how else _log_softmax(teacher / temperature)
        terms = p * (log_p - np.log(q + floor))
    else:
        log_p = np.log(np.maximum(p, floor)) if "both" in how else _log_softmax(teacher / temperature)
        terms = p * (log_p - np.log(np.maximum(q, floor)))
    return temperature**2 * np.mean(np.sum(terms, axis=1))


@mistake("You subtract the maximum of the whole array, so a row far below it underflows. Subtract each row's own "
         "maximum.", constants={"guard": (0.0, 1e-300)})
def global_maximum(student, teacher, temperature=2.0, *, guard):
    log_p, log_q = (z - z.max() - np.log(np.exp(z - z.max()).sum(axis=1, keepdims=True) + guard)
                    for z in (teacher / temperature, student / temperature))
    return temperature**2 * np.mean(_kl(log_p, log_q))


@mistake("You clip the logits at ±{limit}, so larger ones look equal. Subtract each row's maximum instead.",
         constants={"limit": (500, 100, 50, 700)})
def clipped_logits(student, teacher, temperature=2.0, *, limit):
    log_p, log_q = (_log_softmax(np.clip(z / temperature, -limit, limit)) for z in (teacher, student))
    return temperature**2 * np.mean(_kl(log_p, log_q))


@mistake("You convert the logits to float32, which keeps only three decimals near 1e4. Keep the dtype of the logits.",
         when=uses("np.float32"))
def in_float32(student, teacher, temperature=2.0):
    log_p, log_q = (_log_softmax(z.astype(np.float32).astype(float) / temperature) for z in (teacher, student))
    return temperature**2 * np.mean(_kl(log_p, log_q))


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(student, teacher, temperature=2.0):
    student /= temperature
    return temperature**2 * np.mean(_kl(_log_softmax(teacher / temperature), _log_softmax(student)))


@alternative
def cross_entropy_minus_entropy(student, teacher, temperature=2.0):
    log_p, log_q = (z / temperature - np.logaddexp.reduce(z / temperature, axis=1)[:, None] for z in (teacher, student))
    p = np.exp(log_p)
    return (np.einsum("nc,nc", p, log_p) - np.einsum("nc,nc", p, log_q)) * temperature * temperature / len(p)


@alternative
def in_plain_loops(student, teacher, temperature=2.0):
    import math

    def log_p(row):
        row = [z / temperature for z in row]
        top = max(row)
        log_sum = top + math.log(sum(math.exp(z - top) for z in row))
        return [z - log_sum for z in row]

    total = 0.0
    for mine, theirs in zip(student.tolist(), teacher.tolist()):
        total += sum(math.exp(p) * (p - q) for p, q in zip(log_p(theirs), log_p(mine)))
    return temperature**2 * total / len(student)


@alternative
def by_log_sums(student, teacher, temperature=2.0):
    s, t = (z / temperature - (z / temperature).max(1)[:, None] for z in (student, teacher))
    p = np.exp(t) / np.exp(t).sum(1)[:, None]
    gap = np.log(np.exp(s).sum(1)) - np.log(np.exp(t).sum(1))
    return np.average((p * (t - s)).sum(1) + gap) * temperature**2
