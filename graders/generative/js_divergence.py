"""Jensen-Shannon divergence: against the mean, both halves, nats, and zeros of every kind."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def some(k):
        weights = rng.random(k) + 0.05
        return weights / weights.sum()

    yield Case("two outcomes", np.array([0.5, 0.5]), np.array([0.125, 0.875]))
    yield Case("p and q swapped", np.array([0.125, 0.875]), np.array([0.5, 0.5]))
    yield Case("p equals q", np.array([0.25, 0.75]), np.array([0.25, 0.75]))
    for k in (3, 4, 7):
        yield Case(f"{k} outcomes", some(k), some(k))
    yield Case("300 outcomes", some(300), some(300)).plain()
    yield Case("small probabilities", np.array([0.001, 0.999]), np.array([0.99, 0.01]))

    yield Case("an outcome that p never takes", np.array([0.5, 0.5, 0.0]), np.array([0.25, 0.5, 0.25])).edge("zeros")
    p, q = np.array([0.125, 0.5, 0.375]), np.array([0.25, 0.75, 0.0])
    yield Case("an outcome that q never takes", p, q).edge("zeros")
    yield Case("an outcome that neither takes", np.array([0.5, 0.0, 0.5]), np.array([0.25, 0.0, 0.75])).edge("zeros")
    yield Case("p equals q, with a zero", np.array([0.5, 0.0, 0.5]), np.array([0.5, 0.0, 0.5])).edge("zeros")
    yield Case("zeros of every kind", np.array([0.0, 0.5, 0.5, 0.0]), np.array([0.5, 0.0, 0.5, 0.0])).edge("zeros")
    yield Case("p is certain", np.array([0.0, 1.0, 0.0]), np.array([0.2, 0.3, 0.5])).edge("zeros")
    p, q = some(6), some(6)
    p[[1, 4]] = q[[0, 4]] = 0.0
    yield Case("six outcomes, some of them never", p / p.sum(), q / q.sum()).edge("zeros")
    yield Case("two certain outcomes", np.array([1.0, 0.0]), np.array([0.0, 1.0])).edge("nothing in common")
    p, q = np.array([0.25, 0.75, 0.0, 0.0]), np.array([0.0, 0.0, 0.5, 0.5])
    yield Case("four outcomes", p, q).edge("nothing in common")
    yield Case("one outcome", np.array([1.0]), np.array([1.0])).edge("one outcome")


def _kl(p, q, log=np.log):
    taken = p > 0
    return np.sum(p[taken] * log(p[taken] / q[taken]))


def _js(p, q, log=np.log):
    return (_kl(p, (p + q) / 2, log) + _kl(q, (p + q) / 2, log)) / 2


@mistake("You average KL(p ‖ q) and KL(q ‖ p), which is infinite as soon as an outcome has probability 0 in only one "
         "of them. Measure both against their mean, m = (p + q) / 2.")
def averaged_kl(p, q):
    if np.any((p > 0) != (q > 0)):
        return np.inf
    return (_kl(p, q) + _kl(q, p)) / 2


@mistake("You {what} KL(p ‖ q) and KL(q ‖ p). Measure both against their mean, m = (p + q) / 2, and average.",
         constants={"what": ("average", "add")})
def kl_of_one_against_the_other(p, q, *, what):
    return (np.sum(p * np.log(p / q)) + np.sum(q * np.log(q / p))) * (0.5 if what == "average" else 1.0)


@mistake("You return KL(p ‖ q). Measure both against their mean, m = (p + q) / 2, and average.")
def kl_alone(p, q):
    return np.sum(p * np.log(p / q))


@mistake("You add the two divergences without halving. JS is ½ KL(p ‖ m) + ½ KL(q ‖ m).")
def not_halved(p, q):
    return 2 * _js(p, q)


@mistake("You measure only {which} against the mean. Average KL(p ‖ m) and KL(q ‖ m).",
         constants={"which": ("p", "q")})
def one_alone(p, q, *, which):
    return _kl(p if which == "p" else q, (p + q) / 2)


@mistake("You do not halve the mean. It is m = (p + q) / 2, so that it sums to 1.")
def mean_not_halved(p, q):
    return (_kl(p, p + q) + _kl(q, p + q)) / 2


@mistake("You use the geometric mean of p and q. It is the arithmetic one, m = (p + q) / 2.")
def geometric_mean(p, q):
    both = (p > 0) & (q > 0)
    m = np.where(both, np.sqrt(p * q), (p + q) / 2)
    m = m / m.sum()
    return (_kl(p, m) + _kl(q, m)) / 2


@mistake("You compute KL(m ‖ p) and KL(m ‖ q). The mean is in the denominator: KL(p ‖ m) and KL(q ‖ m).")
def directions_swapped(p, q):
    m = (p + q) / 2
    if np.any((p > 0) != (q > 0)):
        return np.inf
    return (_kl(m, p) + _kl(m, q)) / 2


@mistake("You take logarithms to base 2. Use the natural logarithm, for nats.")
def in_bits(p, q):
    return _js(p, q, np.log2)


@mistake("You return the square root, which is the Jensen-Shannon distance. Return the divergence itself.")
def distance(p, q):
    return np.sqrt(max(0.0, _js(p, q)))


@mistake("An outcome with p = 0 (or q = 0) gives 0 · log 0, which is NaN here. It adds 0, so leave it out before you "
         "take the logarithm.")
def zeros_not_handled(p, q):
    m = (p + q) / 2
    return (np.sum(p * np.log(p / m)) + np.sum(q * np.log(q / m))) / 2


@mistake("You leave out every outcome with p = 0 or q = 0. An outcome with p = 0 still adds to q's half.")
def common_outcomes_alone(p, q):
    both = (p > 0) & (q > 0)
    m = (p + q) / 2
    return (_kl(p[both], m[both]) + _kl(q[both], m[both])) / 2


@mistake("You leave out the outcomes with p = 0 in both halves. They still add to q's half: select the outcomes of "
         "each half by its own distribution.")
def outcomes_of_p_alone(p, q):
    taken = p > 0
    m = (p + q) / 2
    return (_kl(p, m) + _kl(q[taken], m[taken])) / 2


@mistake("You add {eps} to the probabilities, so they no longer sum to 1, and the result is inaccurate. Leave out the "
         "zeros instead.", constants={"eps": ("1e-6", "1e-5", "1e-3")})
def epsilon_added(p, q, *, eps):
    return _js(p + float(eps), q + float(eps))


@mistake("You smooth both distributions with {eps}, which changes them. Leave out the zeros instead.",
         constants={"eps": ("1e-3", "1e-6", "1e-5")})
def smoothed(p, q, *, eps):
    p, q = p + float(eps), q + float(eps)
    return _js(p / p.sum(), q / q.sum())


@mistake("You take the mean over the outcomes. Each divergence is a sum.")
def averaged(p, q):
    return _js(p, q) / len(p)


@mistake("You have the wrong sign: the divergence is never negative. Take log(p / m), not log(m / p).")
def wrong_sign(p, q):
    return -_js(p, q)


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


@alternative
def chosen_afterwards(p, q):
    m = (p + q) / 2
    return 0.5 * np.nansum(p * np.log(p / m)) + 0.5 * np.nansum(q * np.log(q / m))
