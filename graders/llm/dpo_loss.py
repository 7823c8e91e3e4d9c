"""DPO: the signs of four log-probabilities, beta, and a softplus that neither overflows nor clips."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake


def cases(rng):
    def pairs(n, spread=1.0):
        return [rng.normal(-12.0, 5.0 * spread, size=n) for _ in range(4)]

    def at(*margins):
        """Whole log-probabilities with these margins, each by other means."""
        margins = np.array(margins)
        others = [-np.round(rng.uniform(1.0, 50.0, size=margins.shape)) for _ in range(3)]
        return [margins + others[1] + others[0] - others[2], *others]

    zero = np.zeros(1)
    yield Case("nothing differs", np.array([-1.0]), np.array([-1.0]), np.array([-1.0]), np.array([-1.0]))
    yield Case("the chosen is likelier", np.array([2.0]) - 3, zero - 3, zero - 3, zero - 3, 1.0)
    yield Case("the reference prefers the chosen", zero - 3, zero - 3, np.array([2.0]) - 3, zero - 3, 1.0)
    yield Case("the default beta", *pairs(1))
    yield Case("one pair", *pairs(1), 0.5)
    yield Case("two pairs", *pairs(2), 0.3)
    yield Case("missed by 30", *at(-30.0, 2.0), 1.0)
    yield Case("met by 1e4", *at(1e4), 1.0)
    yield Case("missed by 1e4", *at(-1e4), 1.0)
    yield Case("met and missed", *at(1e4, -1e4, 0.0, 3.0, -1e3), beta=1.0)
    yield Case("missed by 1e5, with the default beta", *at(-1e5, 20.0))
    yield Case("random, with the default beta", *pairs(6))
    yield Case("random, with another", *pairs(5, spread=0.4), beta=float(rng.uniform(0.2, 0.8)))
    yield Case("long answers", *(each * 30 for each in pairs(4)), beta=0.05)
    yield Case("three hundred pairs", *pairs(300), 0.2).plain()


def _softplus(z):
    return np.logaddexp(0.0, z)


@mistake("Your sign is the wrong way round: a chosen answer that became likelier must lower the loss. It is "
         "−log σ(margin).")
def sign_flipped(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(beta * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You return log σ(margin), which is never positive; the loss is its negative.")
def negated(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return -np.mean(_softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You leave out the reference. The margin compares how far each answer moved from it: subtract "
         "ref_chosen and ref_rejected.")
def without_the_reference(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-beta * (chosen - rejected)))


@mistake("You add the reference's margin; it is subtracted, since only what the model gained over the reference "
         "counts.")
def reference_added(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-beta * ((chosen - rejected) + (ref_chosen - ref_rejected))))


@mistake("You compare the chosen answer with its reference only. The rejected one's log-ratio is subtracted "
         "from it.")
def chosen_alone(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-beta * (chosen - ref_chosen)))


@mistake("You add the two log-ratios; the rejected one's is subtracted.")
def ratios_added(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-beta * ((chosen - ref_chosen) + (rejected - ref_rejected))))


@mistake("You leave out beta, which multiplies the margin inside the sigmoid.")
def without_beta(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You always use a beta of 0.1; use the argument.")
def beta_ignored(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-0.1 * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("The default of beta is 0.1.")
def default_of_one(chosen, rejected, ref_chosen, ref_rejected, beta=1.0):
    return np.mean(_softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You divide by beta; it multiplies the margin.")
def divided_by_beta(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-((chosen - ref_chosen) - (rejected - ref_rejected)) / beta))


@mistake("You multiply the loss by beta. It belongs inside the sigmoid, at the margin.")
def beta_outside(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return beta * np.mean(_softplus(-((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("beta weighs the model's part alone in your margin; it multiplies the reference's as well.")
def beta_on_one_part(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-(beta * (chosen - rejected) - (ref_chosen - ref_rejected))))


@mistake("You sum over the pairs; the loss is their mean.")
def summed(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.sum(_softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You return the loss of each pair; their mean is asked for.")
def not_averaged(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return _softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected)))


@mistake("You average the margins and take one loss of that. Each pair has a loss of its own, and those are "
         "averaged.")
def loss_of_the_mean(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return _softplus(-beta * np.mean((chosen - ref_chosen) - (rejected - ref_rejected)))


@mistake("You leave out the logarithm: the loss is −log σ(margin), not −σ(margin).")
def without_the_logarithm(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return -np.mean(np.exp(-_softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected)))))


@mistake("exp(−margin) overflows where a preference is missed by far, in log(1 + exp(−margin)) as in the logarithm of "
         "a sigmoid. Work from the margin: np.logaddexp(0, −margin).")
def exp_overflows(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    margins = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    return -np.mean(np.log(1 / (1 + np.exp(-margins))))


@mistake("You clip the sigmoid before its logarithm, so a preference missed by far costs too little. Work from "
         "the margin: np.logaddexp(0, −margin) needs no clipping.")
def clipped(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    margins = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    return -np.mean(np.log(np.clip(np.exp(-_softplus(-margins)), 1e-12, 1.0)))


@mistake("You work with the probabilities themselves: exp of a long answer's log-probability is 0. Stay with the "
         "logarithms; their difference is the log of the ratio.")
def ratios_of_probabilities(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    ratios = np.exp(chosen) / np.exp(ref_chosen) / (np.exp(rejected) / np.exp(ref_rejected))
    return np.mean(_softplus(-beta * np.log(ratios)))


@alternative
def with_log1p(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    h = (chosen - rejected - (ref_chosen - ref_rejected)) * beta
    return float((np.maximum(-h, 0) + np.log1p(np.exp(-np.abs(h)))).mean())


@alternative
def by_rewards(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    better, worse = beta * (chosen - ref_chosen), beta * (rejected - ref_rejected)
    return -np.average(better - np.logaddexp(better, worse))


@alternative
def in_plain_loops(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    import math

    total = 0.0
    for a, b, c, d in zip(chosen, rejected, ref_chosen, ref_rejected):
        m = beta * (float(a) - float(b) - float(c) + float(d))
        total += math.log1p(math.exp(-m)) if m > 0 else -m + math.log1p(math.exp(m))
    return total / len(chosen)
