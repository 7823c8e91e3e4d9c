"""Jensen-Shannon divergence: against the mean, both halves, nats, and zeros of every kind without a warning."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def some(k):
        weights = rng.random(k) + 0.05
        return weights / weights.sum()

    yield Case("one outcome", np.array([1.0]), np.array([1.0]))
    yield Case("p equals q", np.array([0.25, 0.75]), np.array([0.25, 0.75]))
    yield Case("two outcomes", np.array([0.5, 0.5]), np.array([0.125, 0.875]))
    yield Case("the two exchanged", np.array([0.125, 0.875]), np.array([0.5, 0.5]))
    yield Case("nothing in common", np.array([1.0, 0.0]), np.array([0.0, 1.0]))
    yield Case("an outcome that p never takes", np.array([0.5, 0.5, 0.0]), np.array([0.25, 0.5, 0.25]))
    yield Case("an outcome that q never takes", np.array([0.125, 0.5, 0.375]), np.array([0.25, 0.75, 0.0]))
    yield Case("an outcome that neither takes", np.array([0.5, 0.0, 0.5]), np.array([0.25, 0.0, 0.75]))
    yield Case("p equals q, with a zero", np.array([0.5, 0.0, 0.5]), np.array([0.5, 0.0, 0.5]))
    yield Case("zeros of every kind", np.array([0.0, 0.5, 0.5, 0.0]), np.array([0.5, 0.0, 0.5, 0.0]))
    yield Case("p is certain", np.array([0.0, 1.0, 0.0]), np.array([0.2, 0.3, 0.5]))
    for k in (3, 4, 7):
        yield Case(f"{k} outcomes", some(k), some(k))
    p, q = some(6), some(6)
    p[[1, 4]] = q[[0, 4]] = 0.0
    yield Case("six outcomes, some of them never", p / p.sum(), q / q.sum())
    yield Case("300 outcomes", some(300), some(300)).plain()


def _kl(p, q, log=np.log):
    taken = p > 0
    return np.sum(p[taken] * log(p[taken] / q[taken]))


@mistake("You average KL(p ‖ q) and KL(q ‖ p), which is infinite as soon as one of them excludes what the other "
         "takes. Measure both against their mean, m = (p + q) / 2.")
def averaged_kl(p, q):
    if np.any((p > 0) != (q > 0)):
        return np.inf
    return (_kl(p, q) + _kl(q, p)) / 2


@mistake("You add the two divergences without halving: JS is ½ KL(p ‖ m) + ½ KL(q ‖ m).")
def not_halved(p, q):
    return _kl(p, (p + q) / 2) + _kl(q, (p + q) / 2)


@mistake("You measure p alone against the mean. The divergence has a second half, ½ KL(q ‖ m).")
def p_alone(p, q):
    return _kl(p, (p + q) / 2)


@mistake("You forgot to halve the mean: m = (p + q) / 2, so that it sums to 1.")
def mean_not_halved(p, q):
    return (_kl(p, p + q) + _kl(q, p + q)) / 2


@mistake("You computed KL(m ‖ p) and KL(m ‖ q). The mean stands below: KL(p ‖ m) and KL(q ‖ m).")
def directions_exchanged(p, q):
    m = (p + q) / 2
    if np.any((p > 0) != (q > 0)):
        return np.inf
    return (_kl(m, p) + _kl(m, q)) / 2


@mistake("You take logarithms to base 2. The task asks for nats, the natural logarithm.")
def in_bits(p, q):
    return (_kl(p, (p + q) / 2, np.log2) + _kl(q, (p + q) / 2, np.log2)) / 2


@mistake("You return the root, which is the Jensen-Shannon distance. The divergence itself is asked for.")
def distance(p, q):
    return np.sqrt(max(0.0, (_kl(p, (p + q) / 2) + _kl(q, (p + q) / 2)) / 2))


@mistake("An outcome with p = 0 (or q = 0) gives 0 · log 0, which is NaN here; it adds 0. Leave it out before you "
         "take the logarithm.")
def zeros_not_handled(p, q):
    m = (p + q) / 2
    return (np.sum(p * np.log(p / m)) + np.sum(q * np.log(q / m))) / 2


@mistake("You leave out every outcome that p or q never takes. One with p = 0 still adds to q's half.")
def common_outcomes_alone(p, q):
    both = (p > 0) & (q > 0)
    m = (p + q) / 2
    return (_kl(p[both], m[both]) + _kl(q[both], m[both])) / 2


@mistake("The value is right, but the formula is evaluated at the zeros too, which warns on the way: np.where "
         "chooses only afterwards. Select the entries first.")
def chosen_afterwards(p, q):
    m = (p + q) / 2
    return (np.sum(np.where(p > 0, p * np.log(p / m), 0.0)) + np.sum(np.where(q > 0, q * np.log(q / m), 0.0))) / 2


@mistake("You add an epsilon to the probabilities, so they no longer sum to 1 and the result is only about right. "
         "Leave out the zeros instead.")
def epsilon_added(p, q, eps=1e-6):
    p, q = p + eps, q + eps
    return (_kl(p, (p + q) / 2) + _kl(q, (p + q) / 2)) / 2


@mistake("You took the mean over the outcomes; each divergence is a sum.")
def averaged(p, q):
    return (_kl(p, (p + q) / 2) + _kl(q, (p + q) / 2)) / 2 / len(p)


@mistake("The sign is wrong: the divergence is never negative. It is log(p / m), not log(m / p).")
def wrong_sign(p, q):
    return -(_kl(p, (p + q) / 2) + _kl(q, (p + q) / 2)) / 2


@alternative
def by_entropies(p, q):
    def entropy(r):
        return -sum(x * np.log(x) for x in np.asarray(r, float).tolist() if x > 0)

    return max(0.0, entropy((p + q) / 2) - (entropy(p) + entropy(q)) / 2)


@alternative
def outcome_by_outcome(p, q):
    import math

    total = 0.0
    for a, b in zip(p.tolist(), q.tolist()):
        for x in (a, b):
            if x > 0:
                total += x / 2 * math.log(2 * x / (a + b))
    return total


@alternative
def with_safe_ratios(p, q):
    m = 0.5 * (p + q)
    ratios = [np.divide(r, m, out=np.ones(len(m)), where=r > 0) for r in (p, q)]
    return 0.5 * np.dot(p, np.log(ratios[0])) + 0.5 * np.dot(q, np.log(ratios[1]))
