"""The preference loss: its sign, its mean, and a softplus that neither overflows nor clips."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, mistake, says, uses

QUIET = ("large differences",)


def cases(rng):
    def pairs(n, spread=2.0):
        return rng.normal(1.0, spread, size=n), rng.normal(0.0, spread, size=n)

    yield Case("one right, one wrong", np.array([1.0, 0.0]), np.array([0.0, 2.0]))
    yield Case("both right", np.array([2.0, -1.0]), np.array([1.0, -4.0]))
    yield Case("both wrong", np.array([-1.0, 0.5]), np.array([1.0, 1.0]))
    yield Case("random", *pairs(5))
    yield Case("rewards far from 0", *(each + 50.0 for each in pairs(4)))
    yield Case("three hundred pairs", *pairs(300)).plain()
    yield Case("a single pair", *pairs(1)).edge("one pair")
    yield Case("a single pair, wrong", np.array([-2.0]), np.array([1.0])).edge("one pair")
    yield Case("nothing differs", np.array([1.0, -3.0]), np.array([1.0, -3.0])).edge("equal rewards")
    yield Case("one pair without a difference", np.array([5.0, 0.0]), np.array([5.0, 1.0])).edge("equal rewards")
    yield Case("off by 30", np.array([-30.0, 2.0]), np.array([0.0, 0.0])).edge("large differences")
    yield Case("right by 1e4", np.array([1e4]), np.array([0.0])).edge("large differences")
    yield Case("wrong by 1e4", np.array([-4e3]), np.array([6e3])).edge("large differences")
    yield Case("right and wrong", np.array([1e4, 0.0, 3.0, -500.0, 1.0]),
               np.array([0.0, 1e4, 1.0, 500.0, 1.0])).edge("large differences")


def softplus(z):
    return np.logaddexp(0.0, z)


@mistake("Your sign is flipped. Use −log σ(chosen − rejected), so that a higher reward of the chosen lowers the loss.")
def sign_flipped(chosen, rejected):
    return np.mean(softplus(chosen - rejected))


@mistake("You return log σ, which is never positive. The loss is its negative.")
def negated(chosen, rejected):
    return -np.mean(softplus(rejected - chosen))


@mistake("You sum over the pairs. Return their mean.")
def summed(chosen, rejected):
    return np.sum(softplus(rejected - chosen))


@mistake("You return one loss per pair. Return their mean.")
def not_averaged(chosen, rejected):
    return softplus(rejected - chosen)


@mistake("You average the differences and take one loss of that. Take the loss of each pair, then average the losses.")
def loss_of_the_mean(chosen, rejected):
    return softplus(np.mean(rejected - chosen))


@mistake("You average the probabilities and take one logarithm. Take the logarithm of each, then average.")
def log_of_the_mean(chosen, rejected):
    return -np.log(np.mean(np.exp(-softplus(rejected - chosen))))


@mistake("You leave out the logarithm. The loss is −log σ(m).", constants={"form": ("1 - sigmoid", "-sigmoid")})
def without_the_logarithm(chosen, rejected, *, form):
    sigmoid = np.mean(np.exp(-softplus(rejected - chosen)))
    return 1 - sigmoid if form == "1 - sigmoid" else -sigmoid


@mistake("You treat the two rewards as two separate yes-or-no questions. Only their difference counts.",
         constants={"half": (False, True)})
def two_separate_losses(chosen, rejected, *, half):
    loss = np.mean(softplus(-chosen)) + np.mean(softplus(rejected))
    return loss / 2 if half else loss


@mistake("You compare every chosen answer with every rejected one. Compare the two of each pair.")
def all_pairs(chosen, rejected):
    return np.mean(softplus(rejected[None] - chosen[:, None]))


@mistake("You compute a hinge loss, max(0, 1 − m). The loss here is −log σ(m).")
def hinge(chosen, rejected):
    return np.mean(np.maximum(0.0, 1 - (chosen - rejected)))


@mistake("You compute a squared error of the difference. The loss here is −log σ(m).", constants={"target": (1.0, 0.0)})
def squared(chosen, rejected, *, target):
    return np.mean((chosen - rejected - target) ** 2)


@mistake("Your logarithm has base 2. Use the natural one.")
def base_2(chosen, rejected):
    return np.mean(softplus(rejected - chosen)) / np.log(2)


@mistake("Your loss breaks down for large differences: exp overflows, or the logarithm gets a 0. Work from the "
         "difference m instead: np.logaddexp(0, −m).",
         constants={"form": ("log of the sigmoid", "softplus", "log1p", "ratio", "tanh")})
def breaks_down(chosen, rejected, *, form):
    m = chosen - rejected
    if form == "softplus":
        return np.mean(np.log(1 + np.exp(-m)))
    if form == "log1p":
        return np.mean(np.log1p(np.exp(-m)))
    if form == "ratio":
        return -np.mean(np.log(np.exp(chosen) / (np.exp(chosen) + np.exp(rejected))))
    if form == "tanh":
        return -np.mean(np.log(0.5 * (1 + np.tanh(m / 2))))
    return -np.mean(np.log(1 / (1 + np.exp(-m))))


@mistake("You add {eps} to the sigmoid or clip it, so a pair that is far off costs too little. Work from the "
         "difference: np.logaddexp(0, −m) needs no clipping.",
         constants={"eps": (1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-15), "add": (True, False)})
def clipped(chosen, rejected, *, eps, add):
    sigmoid = np.exp(-softplus(rejected - chosen))
    return -np.mean(np.log(sigmoid + eps if add else np.clip(sigmoid, eps, 1 - eps)))


@mistake("You clip the difference at {limit}, so a pair that is further off costs too little. np.logaddexp(0, −m) "
         "needs no clipping.", constants={"limit": (500.0, 700.0, 709.0, 100.0, 88.0, 50.0, 30.0, 20.0)})
def difference_clipped(chosen, rejected, *, limit):
    return np.mean(softplus(-np.clip(chosen - rejected, -limit, limit)))


@mistake("np.where computes both of its branches, so exp overflows in the one that it discards. Use np.logaddexp(0, "
         "−m), or take the absolute value inside exp.", kind="warning",
         when=both(uses("np.where"), says("overflow encountered in exp")))
def both_branches(chosen, rejected):
    m = chosen - rejected
    return np.where(m >= 0, np.log1p(np.exp(-m)), -m + np.log1p(np.exp(m))).mean()


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(chosen, rejected):
    chosen -= rejected
    return np.mean(softplus(-chosen))


@alternative
def with_log1p(chosen, rejected):
    m = np.subtract(chosen, rejected)
    return float((np.maximum(-m, 0) + np.log1p(np.exp(-np.abs(m)))).mean())


@alternative
def as_a_two_way_softmax(chosen, rejected):
    both_rewards = np.stack([chosen, rejected], axis=1)
    top = both_rewards.max(axis=1, keepdims=True)
    return np.average(top[:, 0] + np.log(np.exp(both_rewards - top).sum(axis=1)) - chosen)


@alternative
def in_plain_loops(chosen, rejected):
    import math

    total = 0.0
    for a, b in zip(chosen, rejected):
        m = float(a) - float(b)
        total += math.log1p(math.exp(-m)) if m > 0 else -m + math.log1p(math.exp(m))
    return total / len(chosen)
