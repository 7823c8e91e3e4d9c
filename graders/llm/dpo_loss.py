"""DPO: the signs of four log-probabilities, beta, and a softplus that neither overflows nor clips."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, mistake, says, uses

QUIET = ("large margins",)


def cases(rng):
    def pairs(n, spread=1.0):
        return [rng.normal(-12.0, 5.0 * spread, size=n) for _ in range(4)]

    def at(*margins):
        """Whole log-probabilities with these margins, each by other means."""
        margins = np.array(margins)
        others = [-np.round(rng.uniform(1.0, 50.0, size=margins.shape)) for _ in range(3)]
        return [margins + others[1] + others[0] - others[2], *others]

    alike = np.array([-1.0, -3.0])
    yield Case("nothing differs", alike, alike, alike, alike)
    yield Case("the chosen is likelier", np.array([-1.0, -2.0]), *(np.array([-3.0, -3.0]) for _ in range(3)), 1.0)
    better = np.array([-1.0, -2.0])
    yield Case("the reference prefers the chosen", alike, alike, better, np.array([-3.0, -3.0]), 1.0)
    yield Case("two pairs", *pairs(2), 0.3)
    yield Case("random, with the default beta", *pairs(6))
    yield Case("random, with another", *pairs(5, spread=0.4), beta=float(rng.uniform(0.2, 0.8)))
    yield Case("three hundred pairs", *pairs(300), 0.2).plain()
    yield Case("a single pair", *pairs(1), 0.5).edge("one pair")
    yield Case("a single pair, with the default beta", *pairs(1)).edge("one pair")
    yield Case("answers of thousands of tokens", *(each - 2000.0 for each in pairs(3))).plain().edge("long answers")
    yield Case("answers of all lengths", *(each * 30 for each in pairs(4)), beta=0.005).edge("long answers")
    yield Case("missed by 30", *at(-30.0, 2.0), 1.0).edge("large margins")
    yield Case("met by 1e4", *at(1e4), 1.0).edge("large margins")
    yield Case("missed by 1e4", *at(-1e4), 1.0).edge("large margins")
    yield Case("met and missed", *at(1e4, -1e4, 0.0, 3.0, -1e3), beta=1.0).edge("large margins")
    yield Case("missed by 1e4, with the default beta", *at(-1e5, 20.0)).edge("large margins")


def _softplus(z):
    return np.logaddexp(0.0, z)


@mistake("Your sign is flipped. Use −log σ(margin), so that a likelier chosen answer lowers the loss.")
def sign_flipped(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(beta * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You return log σ(margin), which is never positive. The loss is its negative.")
def negated(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return -np.mean(_softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You leave out the reference. The margin compares how far each answer moved from it: subtract ref_chosen and "
         "ref_rejected.")
def without_the_reference(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-beta * (chosen - rejected)))


@mistake("You add the reference's margin. Subtract it: only what the model gained over the reference counts.")
def reference_added(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-beta * ((chosen - rejected) + (ref_chosen - ref_rejected))))


@mistake("You use only the chosen answer's log-ratio. Subtract the rejected answer's log-ratio from it.")
def chosen_alone(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-beta * (chosen - ref_chosen)))


@mistake("You add the two log-ratios. Subtract the rejected answer's.")
def ratios_added(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-beta * ((chosen - ref_chosen) + (rejected - ref_rejected))))


@mistake("You leave out beta. Multiply the margin by it, inside the sigmoid.")
def without_beta(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("Your result does not depend on beta. Use the argument instead of 0.1.")
def beta_ignored(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-0.1 * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("Your default beta is {default}. It should be 0.1.", constants={"default": (1.0, 0.5, 0.01, 0.2, 0.05)})
def another_default(chosen, rejected, ref_chosen, ref_rejected, beta=None, *, default):
    beta = default if beta is None else beta
    return np.mean(_softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You divide by beta. Multiply the margin by it.")
def divided_by_beta(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-((chosen - ref_chosen) - (rejected - ref_rejected)) / beta))


@mistake("You multiply the loss by beta. Multiply the margin, inside the sigmoid.")
def beta_outside(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return beta * np.mean(_softplus(-((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You multiply only the model's part of the margin by beta. Multiply the reference's part too.")
def beta_on_one_part(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(_softplus(-(beta * (chosen - rejected) - (ref_chosen - ref_rejected))))


@mistake("You sum over the pairs. Return their mean.")
def summed(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.sum(_softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("You return one loss per pair. Return their mean.")
def not_averaged(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return _softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected)))


@mistake("You average the margins and take one loss of that. Take the loss of each pair, then average the losses.")
def loss_of_the_mean(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return _softplus(-beta * np.mean((chosen - ref_chosen) - (rejected - ref_rejected)))


@mistake("You leave out the logarithm. The loss is −log σ(margin), not −σ(margin).")
def without_the_logarithm(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return -np.mean(np.exp(-_softplus(-beta * ((chosen - ref_chosen) - (rejected - ref_rejected)))))


@mistake("You compute IPO's squared error to 1 / (2 beta). DPO's loss is −log σ(margin).")
def ipo(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean((chosen - ref_chosen - (rejected - ref_rejected) - 1 / (2 * beta)) ** 2)


@mistake("You compute a hinge loss, max(0, 1 − margin). DPO's loss is −log σ(margin).")
def hinge(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    return np.mean(np.maximum(0.0, 1 - beta * ((chosen - ref_chosen) - (rejected - ref_rejected))))


@mistake("exp(−margin) overflows where the margin is far below 0. Work from the margin instead: np.logaddexp(0, "
         "−margin).", constants={"form": ("log of the sigmoid", "softplus", "log1p")}, when=uses("np.exp"))
def exp_overflows(chosen, rejected, ref_chosen, ref_rejected, beta=0.1, *, form):
    margins = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    if form == "softplus":
        return np.mean(np.log(1 + np.exp(-margins)))
    if form == "log1p":
        return np.mean(np.log1p(np.exp(-margins)))
    return -np.mean(np.log(1 / (1 + np.exp(-margins))))


@mistake("You take the logarithm of a sigmoid that has become 0. Work from the margin instead: np.logaddexp(0, "
         "−margin).", constants={"form": ("tanh", "exact")})
def log_of_a_stable_sigmoid(chosen, rejected, ref_chosen, ref_rejected, beta=0.1, *, form):
    margins = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    sigmoid = 0.5 * (1 + np.tanh(margins / 2)) if form == "tanh" else np.exp2(-_softplus(-margins) / np.log(2.0))
    return -np.mean(np.log(sigmoid))


@mistake("You add {eps} to the sigmoid or clip it, so a margin far below 0 costs too little. Work from the margin: "
         "np.logaddexp(0, −margin) needs no clipping.",
         constants={"eps": (1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-15), "add": (True, False)})
def clipped(chosen, rejected, ref_chosen, ref_rejected, beta=0.1, *, eps, add):
    margins = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    sigmoid = np.exp(-_softplus(-margins))
    return -np.mean(np.log(sigmoid + eps if add else np.clip(sigmoid, eps, 1 - eps)))


@mistake("You clip the margin at {limit}, so a margin below −{limit} costs too little. np.logaddexp(0, −margin) needs "
         "no clipping.", constants={"limit": (500.0, 700.0, 709.0, 100.0, 88.0, 50.0, 30.0, 20.0)})
def margin_clipped(chosen, rejected, ref_chosen, ref_rejected, beta=0.1, *, limit):
    margins = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    return np.mean(_softplus(-np.clip(margins, -limit, limit)))


@mistake("np.where computes both of its branches, so exp overflows in the one that it discards. Use np.logaddexp(0, "
         "−margin), or take the absolute value inside exp.", kind="warning",
         when=both(uses("np.where"), says("overflow encountered in exp")))
def both_branches(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    m = beta * ((chosen - ref_chosen) - (rejected - ref_rejected))
    return np.where(m >= 0, np.log1p(np.exp(-m)), -m + np.log1p(np.exp(m))).mean()


@mistake("You work with the probabilities themselves, but exp of a long answer's log-probability is 0. Subtract the "
         "log-probabilities to get the log of the ratio.", when=uses("exp"))
def ratios_of_probabilities(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    ratios = np.exp(chosen) / np.exp(ref_chosen) / (np.exp(rejected) / np.exp(ref_rejected))
    return np.mean(_softplus(-beta * np.log(ratios)))


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def computed_in_place(chosen, rejected, ref_chosen, ref_rejected, beta=0.1):
    chosen -= ref_chosen
    return np.mean(_softplus(-beta * (chosen - (rejected - ref_rejected))))


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
