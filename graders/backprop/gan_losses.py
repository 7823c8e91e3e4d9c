"""GAN losses: which logits go where, the means apart, the generator's own form, and softplus without overflow."""

import numpy as np

from mlprep.grading.api import Case, alternative, both, crashes_over, mistake, says, uses

QUIET = ("large logits",)


def cases(rng):
    third = np.log(3.0)
    yield Case("one of each", np.array([third]), np.array([-third]))
    yield Case("two of each", np.array([third, 0.0]), np.array([0.0, -2.0]))
    yield Case("a discriminator that is wrong", np.array([-2.0, -1.0]), np.array([3.0, 1.0]))
    yield Case("random", 2 * rng.normal(size=6), 2 * rng.normal(size=6))
    yield Case("random, all called real", 1 + rng.random(size=4), 2 + rng.random(size=4))
    yield Case("three hundred of each", rng.normal(size=300), rng.normal(size=300)).plain()
    yield Case("one real, two fake", np.array([third]), np.array([0.0, -third])).edge("different counts")
    yield Case("more fake", 2 * rng.normal(size=3), 2 * rng.normal(size=7)).edge("different counts")
    yield Case("more real", 2 * rng.normal(size=8), 2 * rng.normal(size=2)).edge("different counts")
    yield Case("one real", 2 * rng.normal(size=1), 2 * rng.normal(size=4)).edge("one sample")
    yield Case("one fake", 2 * rng.normal(size=5), 2 * rng.normal(size=1)).edge("one sample")
    large = "large logits"
    yield Case("off by 30", np.array([-30.0, 1.0]), np.array([30.0, -2.0])).edge(large)
    yield Case("surely right", np.array([800.0, 1e4]), np.array([-800.0, -1e4])).edge(large)
    yield Case("surely wrong", np.array([-800.0, -1e4]), np.array([800.0, 1e4])).edge(large)
    yield Case("all kinds", np.array([1e4, -1e4, 0.0]), np.array([-1e4, 1e4, 2.0, -700.0])).edge(large)


def _softplus(z):
    return np.logaddexp(0.0, z)


def _right(real, fake):
    return np.mean(_softplus(-real)) + np.mean(_softplus(fake)), np.mean(_softplus(-fake))


@mistake("You halve the discriminator's loss. It is the sum of the two means.")
def halved(real_logits, fake_logits):
    d_loss, g_loss = _right(real_logits, fake_logits)
    return d_loss / 2, g_loss


@mistake("You average over all n + m samples at once. Average over the real and over the fake by themselves, and add "
         "the two means.", constants={"factor": (1, 2)})
def one_mean(real_logits, fake_logits, *, factor):
    total = np.sum(_softplus(-real_logits)) + np.sum(_softplus(fake_logits))
    return factor * total / (len(real_logits) + len(fake_logits)), np.mean(_softplus(-fake_logits))


@mistake("You divide the sums over the real and over the fake by the same number. Each mean has its own count.",
         constants={"of": ("real", "fake")})
def one_divisor(real_logits, fake_logits, *, of):
    count = len(real_logits if of == "real" else fake_logits)
    d_loss = np.sum(_softplus(-real_logits)) + np.sum(_softplus(fake_logits))
    return d_loss / count, np.sum(_softplus(-fake_logits)) / count


@mistake("You pair real and fake samples, but n and m may differ. Take the mean over each by itself, then add both.",
         kind="crashed", when=crashes_over("broadcast"))
def added_one_by_one(real_logits, fake_logits):
    return np.mean(_softplus(-real_logits) + _softplus(fake_logits)), np.mean(_softplus(-fake_logits))


@mistake("You leave out samples where n and m differ. Every sample counts, real or fake.")
def cut_to_the_shorter(real_logits, fake_logits):
    count = min(len(real_logits), len(fake_logits))
    return _right(real_logits[:count], fake_logits[:count])


@mistake("Your generator's loss is the minimax one, the mean of log(1 − σ). It hardly has a slope where the "
         "discriminator rejects the fakes. Use the mean of −log σ.")
def minimax(real_logits, fake_logits):
    return _right(real_logits, fake_logits)[0], -np.mean(_softplus(fake_logits))


@mistake("Your generator's loss is the discriminator's own part for the fakes. The generator wants the opposite: the "
         "mean of −log σ.")
def generator_helps_the_discriminator(real_logits, fake_logits):
    return _right(real_logits, fake_logits)[0], np.mean(_softplus(fake_logits))


@mistake("Your generator's loss looks at the real samples. It depends on the fakes alone.")
def generator_of_the_real(real_logits, fake_logits):
    return _right(real_logits, fake_logits)[0], np.mean(_softplus(-real_logits))


@mistake("Your generator's loss has a term for the real samples too. It depends on the fakes alone.",
         constants={"sign": (1, -1)})
def generator_of_both(real_logits, fake_logits, *, sign):
    d_loss, g_loss = _right(real_logits, fake_logits)
    return d_loss, g_loss + np.mean(_softplus(sign * real_logits))


@mistake("Your generator's loss is minus the discriminator's. Use the mean of −log σ over the fakes.")
def zero_sum(real_logits, fake_logits):
    d_loss, _ = _right(real_logits, fake_logits)
    return d_loss, -d_loss


@mistake("Your discriminator's labels are swapped. Real samples are class 1, fakes class 0.")
def labels_swapped(real_logits, fake_logits):
    return np.mean(_softplus(real_logits)) + np.mean(_softplus(-fake_logits)), np.mean(_softplus(-fake_logits))


@mistake("The labels are swapped in both of your losses. A high logit means real.")
def all_labels_swapped(real_logits, fake_logits):
    return _right(-real_logits, -fake_logits)


@mistake("Your discriminator treats the fakes as real too. Their term is −log(1 − σ).")
def fakes_as_real(real_logits, fake_logits):
    g_loss = np.mean(_softplus(-fake_logits))
    return np.mean(_softplus(-real_logits)) + g_loss, g_loss


@mistake("Your discriminator's loss has one term. It needs the real and the fake samples.", constants={"part": (0, 1)})
def one_term(real_logits, fake_logits, *, part):
    terms = np.mean(_softplus(-real_logits)), np.mean(_softplus(fake_logits))
    return terms[part], np.mean(_softplus(-fake_logits))


@mistake("You subtract the fakes' term. Add it: both terms are costs.")
def terms_subtracted(real_logits, fake_logits):
    return (np.mean(_softplus(-real_logits)) - np.mean(_softplus(fake_logits)),
            np.mean(_softplus(-fake_logits)))


@mistake("Your signs are flipped. A cross-entropy has a minus before the logarithm and is never negative.")
def signs_flipped(real_logits, fake_logits):
    d_loss, g_loss = _right(real_logits, fake_logits)
    return -d_loss, -g_loss


@mistake("You sum over the samples. Take the means.")
def summed(real_logits, fake_logits):
    return (np.sum(_softplus(-real_logits)) + np.sum(_softplus(fake_logits)), np.sum(_softplus(-fake_logits)))


@mistake("You return (g_loss, d_loss). Return (d_loss, g_loss).")
def swapped_results(real_logits, fake_logits):
    return _right(real_logits, fake_logits)[::-1]


@mistake("You compute the Wasserstein losses, plain means of the logits. Use cross-entropies of their sigmoids.")
def wasserstein(real_logits, fake_logits):
    return np.mean(fake_logits) - np.mean(real_logits), -np.mean(fake_logits)


@mistake("You compute the hinge losses. Use cross-entropies of the sigmoids.")
def hinge(real_logits, fake_logits):
    d_loss = np.mean(np.maximum(0, 1 - real_logits)) + np.mean(np.maximum(0, 1 + fake_logits))
    return d_loss, -np.mean(fake_logits)


@mistake("You compute the least-squares losses. Use cross-entropies of the sigmoids.", constants={"half": (0.5, 1.0)})
def least_squares(real_logits, fake_logits, *, half):
    d_loss = np.mean((real_logits - 1) ** 2) + np.mean(fake_logits**2)
    return half * d_loss, half * np.mean((fake_logits - 1) ** 2)


@mistake("You replace the label 1 of real samples by {label}. Here the labels are 1 and 0.",
         constants={"label": (0.9, 0.8)})
def one_sided_smoothing(real_logits, fake_logits, *, label):
    d_loss, g_loss = _right(real_logits, fake_logits)
    return d_loss + (1 - label) * np.mean(real_logits), g_loss


@mistake("You use the logits as probabilities. Send them through the sigmoid first.")
def logits_as_probabilities(real_logits, fake_logits):
    d_loss = -np.mean(np.log(real_logits)) - np.mean(np.log(1 - fake_logits))
    return d_loss, -np.mean(np.log(fake_logits))


@mistake("You take one loss of the mean logit. Take the loss of each sample, then average.")
def loss_of_the_mean(real_logits, fake_logits):
    real, fake = np.mean(real_logits), np.mean(fake_logits)
    return _softplus(-real) + _softplus(fake), _softplus(-fake)


@mistake("You leave out the logarithm. Each term is −log σ or −log(1 − σ).")
def without_the_logarithm(real_logits, fake_logits):
    real, fake = np.exp(-_softplus(-real_logits)), np.exp(-_softplus(-fake_logits))
    return -np.mean(real) - np.mean(1 - fake), -np.mean(fake)


@mistake("exp overflows on large logits, or the logarithm meets a 0. Work from the logits: −log σ(z) is "
         "np.logaddexp(0, −z), and −log(1 − σ(z)) is np.logaddexp(0, z).",
         constants={"form": ("sigmoid", "softplus", "log1p")})
def exp_overflows(real_logits, fake_logits, *, form):
    if form == "sigmoid":
        real, fake = 1 / (1 + np.exp(-real_logits)), 1 / (1 + np.exp(-fake_logits))
        return -np.mean(np.log(real)) - np.mean(np.log(1 - fake)), -np.mean(np.log(fake))
    softplus = (lambda z: np.log(1 + np.exp(z))) if form == "softplus" else (lambda z: np.log1p(np.exp(z)))
    return np.mean(softplus(-real_logits)) + np.mean(softplus(fake_logits)), np.mean(softplus(-fake_logits))


@mistake("You take the logarithm of a probability that has become 0. Work from the logits: −log σ(z) is "
         "np.logaddexp(0, −z), and −log(1 − σ(z)) is np.logaddexp(0, z).")
def log_of_a_stable_sigmoid(real_logits, fake_logits):
    real, fake = (0.5 * (1 + np.tanh(z / 2)) for z in (real_logits, fake_logits))
    return -np.mean(np.log(real)) - np.mean(np.log(1 - fake)), -np.mean(np.log(fake))


@mistake("You keep probabilities away from 0 and 1 by {eps}, so a sample that is surely wrong costs too little. Work "
         "from the logits: np.logaddexp(0, ±z) needs no clipping.",
         constants={"eps": (1e-12, 1e-8, 1e-7, 1e-10, 1e-9, 1e-15, 1e-6), "how": ("add", "clip", "floor")})
def clipped(real_logits, fake_logits, *, eps, how):
    real, fake = (np.exp(-_softplus(-z)) for z in (real_logits, fake_logits))
    if how == "clip":
        real, fake = np.clip(real, eps, 1 - eps), np.clip(fake, eps, 1 - eps)
    log = {"add": lambda p: np.log(p + eps), "clip": np.log, "floor": lambda p: np.log(np.maximum(p, eps))}[how]
    return -np.mean(log(real)) - np.mean(log(1 - fake)), -np.mean(log(fake))


@mistake("You clip the logits at ±{limit}, so a sample that is off by more costs too little. np.logaddexp(0, ±z) needs "
         "no clipping.", constants={"limit": (500.0, 700.0, 709.0, 100.0, 88.0, 50.0, 30.0, 20.0)})
def logits_clipped(real_logits, fake_logits, *, limit):
    return _right(np.clip(real_logits, -limit, limit), np.clip(fake_logits, -limit, limit))


@mistake("np.where computes both of its branches, so exp overflows in the one that it discards. Use np.logaddexp, or "
         "take the absolute value inside exp.", kind="warning",
         when=both(uses("np.where"), says("overflow encountered in exp")))
def both_branches(real_logits, fake_logits):
    def softplus(z):
        return np.where(z >= 0, z + np.log1p(np.exp(-z)), np.log1p(np.exp(z)))

    return np.mean(softplus(-real_logits)) + np.mean(softplus(fake_logits)), np.mean(softplus(-fake_logits))


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(real_logits, fake_logits):
    result = _right(real_logits, fake_logits)
    fake_logits *= -1
    return result


@alternative
def with_labels(real_logits, fake_logits):
    def bce(z, y):
        return np.maximum(z, 0) - z * y + np.log1p(np.exp(-np.abs(z)))

    d_loss = bce(real_logits, 1.0).mean() + bce(fake_logits, 0.0).mean()
    return [float(d_loss), float(bce(fake_logits, 1.0).mean())]


@alternative
def in_plain_loops(real_logits, fake_logits):
    import math

    def softplus(z):
        return max(z, 0.0) + math.log1p(math.exp(-abs(z)))

    real = sum(softplus(-z) for z in real_logits.tolist()) / len(real_logits)
    fakes = fake_logits.tolist()
    return real + sum(map(softplus, fakes)) / len(fakes), sum(softplus(z) - z for z in fakes) / len(fakes)


@alternative
def by_a_table(real_logits, fake_logits):
    fooled = np.logaddexp(0, np.stack([fake_logits, -fake_logits])).mean(axis=1)
    return np.logaddexp(0, -real_logits).sum() / real_logits.size + fooled[0], fooled[1]
