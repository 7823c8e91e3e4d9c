"""Dropout: the share that falls, the factor of what stays, and independent decisions.

How an answer draws is free, so it is judged by what must hold. False alarms, by bounds that hold exactly: the share of
n = 20,000 independent decisions is off by more than 0.03 with a chance under 2 exp(-2 n 0.03^2) = 5e-16 (Hoeffding), at
p = 0.01 by more than 0.006 with 2e-13, at p = 0.005 or 0.995 by more than 0.0045 with 6e-14 (Bernstein); the agreement
of n / 2 separate pairs of neighbors is off by more than 6.4 / sqrt(n) with 2 exp(-6.4^2) = 3e-18; the share of a row,
column or the like with m entries by more than 4 / sqrt(m) with 2 exp(-2 * 4^2) = 3e-14, times 398 of them; two
rows or columns of at least 100 fair decisions agree or differ in 95 of 100 with 2 exp(-100 * 0.9^2 / 2) = 5e-18, times
25,000 pairs; the correlation with the array moved by some number of places exceeds 21 / sqrt(n) with 6 exp(-46) = 6e-20
(three sets of n / 3.03 independent products within 2.5), times 10,000 of them; two halves of the entries are dropped by
shares that differ by more than 0.055 with 2 exp(-30) = 2e-13, twice. Of 600 calls with four fair decisions, one falls
more than 0.16 too often or too rarely with 2 exp(-2 * 600 * 0.16^2) = 9e-14, times four, and all four never fall, or
never stay, with 2 (1 - 1/16)^600 = 3e-17. A check makes each at most six times; add masks of 64 fair decisions that
coincide by chance (5e-20 per pair), 16 calls that drop the same number of 64 (0.1^15), and 120 decisions none of which
falls (0.4^120): under 2e-10 in all.
"""

import re

import numpy as np

from mlprep.grading.api import (
    Case,
    Rng,
    alternative,
    both,
    draws_globally,
    holds,
    lacks,
    mistake,
    says,
    shaped_like_reference,
    uses,
)


def probe(module, case):
    """One call; for a list of seeds one call with a generator of each, and the first generator once more; for a
    pair (seed, count) so many calls with one generator."""
    x, p, rng, *rest = case.args
    if isinstance(rng, tuple):
        seed, count = rng
        rng = np.random.default_rng(seed)
        return np.array([module.dropout(x.copy(), p, rng, *rest, **case.kwargs) for _ in range(count)])
    if isinstance(rng, list):
        rngs = [np.random.default_rng(seed) for seed in rng]
        return [module.dropout(x.copy(), p, each, *rest, **case.kwargs) for each in [*rngs, rngs[0]]]
    out = module.dropout(x, p, rng, *rest, **case.kwargs)
    return np.array(out) if isinstance(out, list) else out  # a list of 20,000 is long to carry


def is_near(case, out, target):
    """Entry by entry, as closely as the dtype of x allows."""
    rtol = 1e-4 if case.args[0].dtype == np.float32 else 1e-6
    return np.abs(np.asarray(out, float) - target) <= rtol * np.abs(target)


def kept_as(case, out, factor):
    """Whether something was kept, and all of it is x times the factor."""
    kept = np.asarray(out) != 0
    return kept.any() and bool(is_near(case, out, case.args[0] * factor)[kept].all())


def has_right_entries(case, got, want):
    x, p, out = np.asarray(case.args[0], float), case.args[1], np.asarray(got, float)
    wrong = ~((out == 0) | is_near(case, out, x / (1 - p)))
    if not wrong.any():
        return True
    worst = tuple(int(i) for i in np.argwhere(wrong)[0])
    return (f"An entry is either 0 or x / (1 - p), here x / {1 - p:g}; at {list(worst)} x is {x[worst]:.6g} "
            f"and {out[worst]:.6g} came back.")


def is_not_scaled_by_the_kept_share(case, got, want):
    share = float(np.mean(np.asarray(got) != 0))
    if share == 0 or abs(share - (1 - case.args[1])) < 1e-6:
        return True
    return not kept_as(case, got, 1 / share)


def has_right_share(case, got, want):
    share = float(np.mean(np.asarray(got) == 0))
    if abs(share - case.args[1]) <= case.kept["within"]:
        return True
    return f"With p = {case.args[1]:g}, {share:.1%} of {np.size(got):,} entries were dropped."


def reaches_a_large_share(case, got, want):
    share = float(np.mean(np.asarray(got) == 0))
    if share >= case.args[1] - case.kept["within"]:
        return True
    return f"With p = {case.args[1]:g}, only {share:.1%} of {np.size(got):,} entries were dropped."


def agreements(dropped):
    """How often neighbors along each axis, in separate pairs, share their fate."""
    for axis in range(dropped.ndim):
        lanes = np.moveaxis(dropped, axis, 0)
        yield axis, float(np.mean(lanes[0::2] == lanes[1::2]))


def shares_no_decision(case, got, want):
    for axis, agreement in agreements(np.asarray(got) == 0):
        if agreement > 0.99:
            return (f"Along axis {axis} every entry shares the fate of a neighbor: each entry needs its own decision.")
    return True


def drops_everywhere(case, got, want):
    p, dropped = case.args[1], np.asarray(got) == 0
    for axis in range(dropped.ndim):
        shares = np.moveaxis(dropped, axis, 0).reshape(dropped.shape[axis], -1).mean(axis=1)
        off = np.abs(shares - p)
        if off.max() > 4 / np.sqrt(dropped.size / len(shares)):
            at = int(np.argmax(off))
            return (f"With p = {p:g}, {shares[at]:.0%} of the entries at index {at} of axis {axis} were dropped: "
                    "the chance must be p everywhere.")
    return True


def decides_by_entry(case, got, want):
    """Neighbors agree as often as independent ones: p^2 + (1 - p)^2."""
    p = case.args[1]
    for axis, agreement in agreements(np.asarray(got) == 0):
        if abs(agreement - (p**2 + (1 - p) ** 2)) > 6.4 / np.sqrt(np.size(got)):
            return (f"Neighbors along axis {axis} share their fate in {agreement:.0%} of all cases: each "
                    "entry needs its own decision.")
    return True


def repeats_no_part(case, got, want):
    """No part repeats or opposes another some places later; nor does a row or a column, where decisions are fair."""
    p, dropped = case.args[1], np.asarray(got) == 0
    z = (dropped.ravel() - p) / np.sqrt(p * (1 - p))
    moved = np.fft.irfft(np.abs(np.fft.rfft(z)) ** 2, z.size)[1:] / z.size
    if np.abs(moved).max() > 21 / np.sqrt(z.size):
        distance = int(np.argmax(np.abs(moved))) + 1
        return (f"Entries that are {min(distance, z.size - distance):,} places apart share or oppose each other's "
                "decisions: each entry needs its own.")
    if p == 0.5 and dropped.ndim == 2:
        signs = np.where(dropped, -1.0, 1.0)
        for lanes in (signs, signs.T):
            if np.abs(np.triu(lanes @ lanes.T / lanes.shape[1], 1)).max() > 0.9:
                return "One part of the mask repeats another: each entry needs its own decision."
    return True


def ignores_the_values(case, got, want):
    """Large entries, in value or in size, fall as often as small ones."""
    x, dropped = np.asarray(case.args[0]).ravel(), (np.asarray(got) == 0).ravel()
    for values, word in ((x, "x"), (np.abs(x), "|x|")):
        order = np.argsort(values)
        low, high = dropped[order[: x.size // 2]].mean(), dropped[order[x.size // 2 :]].mean()
        if abs(low - high) > 0.055:
            return (f"{low:.0%} of the half with the smaller {word} were dropped and {high:.0%} of the other half: the "
                    "chance must not depend on the value.")
    return True


def each_place_falls(case, got, want):
    shares = np.mean(np.asarray(got) == 0, axis=0)
    off = np.abs(shares - case.args[1])
    if off.max() <= 0.16:
        return True
    at = np.unravel_index(int(np.argmax(off)), off.shape)
    place = [int(i) for i in at]
    return (f"In {len(got):,} calls with p = {case.args[1]:g}, the entry at {place} was dropped in "
            f"{shares[at]:.0%}: every entry is dropped with chance p.")


def all_may_fall(case, got, want):
    """All entries of one call at once, or none of them."""
    counts = np.sum(np.asarray(got) == 0, axis=(1, 2))
    size = got[0].size
    for count, word in ((size, "dropped"), (0, "kept")):
        if not np.any(counts == count):
            return (f"In {len(got):,} calls on {size} entries with p = {case.args[1]:g}, all of them were never "
                    f"{word} at once, which should happen about {len(got) / 2**size:.0f} times: "
                    "drop each on its own.")
    return True


def repeats_with_the_seed(case, got, want):
    return np.array_equal(got[0], got[-2])


def follows_the_generator(case, got, want):
    if np.array_equal(got[0], got[1]):
        return "Two different seeds dropped the very same entries: draw from the rng that is passed in."
    if np.array_equal(got[0], got[-1]):
        return "Two calls with one generator dropped the same entries: draw from the rng that is passed in."
    return True


def varies_in_number(case, got, want):
    counts = {int(np.sum(np.asarray(out) == 0)) for out in got}
    if len(counts) > 1:
        return True
    return (f"Each of {len(got)} calls dropped exactly {counts.pop()} of {np.size(got[0])} entries: each has "
            "its own chance, so the number varies.")


def drops_something(case, got, want):
    """Asked where the chance that nothing falls is nil."""
    outs = got if isinstance(got, list) else [got]
    return not all(np.all(out) for out in outs)


SHAPE = shaped_like_reference()
DROPS = holds("entries are dropped in training", drops_something)
ENTRIES = (
    SHAPE,
    holds("entries are dropped in training", lambda case, got, want: np.size(got) < 100 or not np.all(got)),
    holds("what is kept is scaled up by 1 / (1 - p)",
          lambda case, got, want: not kept_as(case, got, 1.0)),
    holds("what is kept is divided by 1 - p, not multiplied by it",
          lambda case, got, want: case.args[1] == 0.5 or not kept_as(case, got, 1 - case.args[1])),
    holds("what is kept is divided by 1 - p, not by p",
          lambda case, got, want: case.args[1] == 0.5 or not kept_as(case, got, 1 / case.args[1])),
    holds("what is kept is divided by 1 - p, not by the share that was kept", is_not_scaled_by_the_kept_share),
    holds("every entry is 0 or x / (1 - p)", has_right_entries),
)
SHARE = (
    SHAPE,
    DROPS,
    holds("p is the chance to drop, not to keep",
          lambda case, got, want: abs(np.mean(np.asarray(got) != 0) - case.args[1]) > 0.05),
    holds("a share p of the entries is dropped", has_right_share),
)
LARGE_SHARE = (SHAPE, holds("a large p is not capped", reaches_a_large_share), SHARE[-1])
INDEPENDENT = (
    SHAPE,
    holds("no decision is shared along an axis", shares_no_decision),
    holds("the chance is p in every part of the array", drops_everywhere),
    holds("each entry is decided by itself", decides_by_entry),
    holds("no part of the mask repeats another", repeats_no_part),
)
WHATEVER_THE_VALUE = (*INDEPENDENT, holds("the chance does not depend on the entry's value", ignores_the_values))
FREQUENCIES = (
    SHAPE,
    DROPS,
    holds("the generator decides what is dropped", lambda case, got, want: bool(np.any(got != got[0]))),
    holds("the number of dropped entries varies from call to call", varies_in_number),
    holds("every entry is dropped with chance p", each_place_falls),
    holds("all entries may be dropped, or kept, at once", all_may_fall),
)
GENERATORS = (
    SHAPE,
    DROPS,
    holds("the same seed gives the same result", repeats_with_the_seed),
    holds("the generator decides what is dropped", follows_the_generator),
    holds("the number of dropped entries varies from call to call", varies_in_number),
)
INFERENCE = (
    SHAPE,
    holds("inference does not scale",
          lambda case, got, want: not (np.all(got) and np.any(kept_as(case, got, 1 - case.args[1])))),
    holds("nothing is dropped or scaled when training is False",
          lambda case, got, want: bool(is_near(case, got, case.args[0]).all())),
)
NOTHING = (
    SHAPE,
    holds("p = 0 gives the values of x",
          lambda case, got, want: bool(is_near(case, got, case.args[0]).all())),
)

CHECKS = ENTRIES


def cases(rng):
    def seed():
        return int(rng.integers(2**32))

    def nonzero(*shape):
        return rng.uniform(0.5, 2.0, size=shape) * rng.choice([-1.0, 1.0], size=shape)

    # something is kept in these but for a chance of 0.2^15 or 0.8^150
    yield Case("a small matrix", nonzero(3, 5), 0.2, Rng(seed()))
    yield Case("zeros among the entries", nonzero(10, 20) * (np.arange(20) % 4 > 0), 0.8, Rng(seed()))
    yield Case("a batch of images, training given", nonzero(2, 3, 4, 5), 0.6, Rng(seed()), training=True)
    # large: n = 20,000
    yield Case("the share dropped", nonzero(20000), 0.3, Rng(seed())).keeping(within=0.03).judged(*SHARE)
    yield Case("the share dropped by p = 0.8", nonzero(20000), 0.8, Rng(seed())).keeping(within=0.03).judged(*SHARE)
    yield Case("neighbors in a vector", nonzero(20000), 0.4, Rng(seed())).judged(*WHATEVER_THE_VALUE)
    yield Case("neighbors in a matrix", nonzero(100, 200), 0.5, Rng(seed())).judged(*INDEPENDENT)
    yield Case("neighbors in sequences", nonzero(10, 20, 30), 0.5, Rng(seed())).judged(*INDEPENDENT)
    yield Case("neighbors in images", nonzero(6, 8, 10, 14), 0.4, Rng(seed())).judged(*INDEPENDENT)
    yield Case("six hundred calls", nonzero(2, 2), 0.5, (seed(), 600)).judged(*FREQUENCIES).plain()
    inference = Case("not training", np.array([1.0, -2.0, 3.0]), 0.25, Rng(seed()), training=False)
    yield inference.judged(*INFERENCE).edge("inference")
    inference = Case("not training, given by position", nonzero(2, 3), 0.8, Rng(seed()), False)
    yield inference.judged(*INFERENCE).edge("inference")
    yield Case("p = 0", np.array([1.0, -2.0, 3.0]), 0.0, Rng(seed())).judged(*NOTHING).edge("p of 0")
    yield Case("one number", np.array(2.0), 0.2, Rng(seed())).judged(SHAPE, ENTRIES[-1]).edge("no axes")
    inference = Case("one number, not training", np.array(2.0), 0.2, Rng(seed()), training=False)
    yield inference.judged(*INFERENCE).edge("no axes")
    small = Case("the share dropped by p = 0.01", nonzero(20000), 0.01, Rng(seed())).keeping(within=0.006)
    yield small.judged(*SHARE).edge("small or large p")
    small = Case("the share dropped by p = 0.005", nonzero(20000), 0.005, Rng(seed())).keeping(within=0.0045)
    yield small.judged(*SHARE).edge("small or large p")
    large = Case("the share dropped by p = 0.995", nonzero(20000), 0.995, Rng(seed())).keeping(within=0.0045)
    yield large.judged(*LARGE_SHARE).edge("small or large p")
    several = Case("fifteen generators", nonzero(8, 8), 0.5, [*range(100, 114), 100])
    yield several.judged(*GENERATORS).plain().edge("generator")
    yield Case("p = 1", np.array([1.0, 2.0]), 1.0, Rng(seed())).edge("bad p")
    yield Case("a negative p", np.array([1.0, 2.0]), -0.1, Rng(seed())).edge("bad p")
    yield Case("p above 1", np.array([1.0, 2.0]), 1.5, Rng(seed())).edge("bad p")
    yield Case("p above 1, not training", np.array([1.0, 2.0]), 1.5, Rng(seed()), training=False).edge("bad p")


def checked(p):
    if not 0 <= p < 1:
        raise ValueError(p)


def is_off_by_default(source, failure):
    return bool(re.search(r"training\s*=\s*False", source.text))


@mistake("You keep an entry with chance p. p is the chance to drop it: keep where the uniform draw is at least p.")
def keeps_with_p(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) < p) / (1 - p) if training and p else x


@mistake("You read p as the chance to keep, in the mask and in the scale. Here it is the chance to drop: keep with "
         "chance 1 - p and divide by 1 - p.")
def keep_probability(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) < p) / p if training and p else x


@mistake("You drop entries without scaling the rest. Divide the kept entries by 1 - p, so that the mean of each entry "
         "does not change.")
def not_scaled(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) if training else x


@mistake("You scale by 1 - p at inference, as dropout was first published. Inverted dropout divides by 1 - p in "
         "training and leaves inference alone.")
def scaled_at_inference(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) if training else x * (1 - p)


@mistake("You divide in training and multiply by 1 - p at inference as well, so the correction is made twice. With "
         "training=False return the values of x.")
def scaled_twice(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) / (1 - p) if training else x * (1 - p)


@mistake("You multiply the kept entries by 1 - p, which shrinks them further. Divide by 1 - p to keep the mean.")
def scaled_down(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) * (1 - p) if training else x


@mistake("You divide by p. An entry is kept with chance 1 - p, so divide by that.")
def divided_by_p(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) / p if training and p else x


@mistake("You divide by the share of entries that happened to be kept. Divide by 1 - p for every draw.")
def divided_by_the_kept_share(x, p, rng, training=True):
    checked(p)
    if not training:
        return x
    keep = rng.random(x.shape) >= p
    return x * keep / max(keep.mean(), 1e-12)


@mistake("You multiply every entry by random noise and drop none. Set entries to 0 with chance p, and divide the "
         "others by 1 - p.", when=uses("normal", "standard_normal"))
def gaussian_noise(x, p, rng, training=True):
    checked(p)
    return x * rng.normal(1.0, np.sqrt(p / (1 - p)), size=x.shape) if training else x


@mistake("You drop at inference as well. With training=False return the values of x.")
def ignores_training(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) / (1 - p)


@mistake("You do not drop by default. training is True unless the caller says otherwise.", when=is_off_by_default)
def off_by_default(x, p, rng, training=False):
    checked(p)
    return x * (rng.random(x.shape) >= p) / (1 - p) if training else x


@mistake("Neighboring entries share one decision, as with a mask that broadcasts. Draw a mask of x's full shape.")
def shared_mask(x, p, rng, training=True):
    checked(p)
    shape = x.shape[1:] if x.ndim > 1 else x.shape
    return x * (rng.random(shape) >= p) / (1 - p) if training else x


@mistake("Neighboring entries share one decision, as with a mask that broadcasts. Draw a mask of x's full shape.")
def drops_channels(x, p, rng, training=True):
    checked(p)
    shape = x.shape if x.ndim < 4 else (*x.shape[:2], *(1,) * (x.ndim - 2))
    return x * (rng.random(shape) >= p) / (1 - p) if training else x


@mistake("Neighboring entries share one decision, as with a mask that broadcasts. Draw a mask of x's full shape.")
def one_decision_per_vector(x, p, rng, training=True):
    checked(p)
    shape = x.shape if x.ndim < 3 else (*x.shape[:-1], 1)
    return x * (rng.random(shape) >= p) / (1 - p) if training else x


@mistake("Neighboring entries share one decision, as with a mask that broadcasts. Draw a mask of x's full shape.")
def one_run(x, p, rng, training=True):
    checked(p)
    if not training or x.ndim == 0:
        return x
    keep = np.ones(x.size, bool)
    keep[: rng.binomial(x.size, p)] = False
    return x * np.roll(keep, rng.integers(x.size)).reshape(x.shape) / (1 - p)


@mistake("Part of your mask repeats another part, so those entries are always dropped together. Draw a mask of x's "
         "full shape.")
def mask_repeated(x, p, rng, training=True):
    checked(p)
    half = rng.random((x.size + 1) // 2) >= p
    return x * np.concatenate([half, half])[: x.size].reshape(x.shape) / (1 - p) if training else x


@mistake("Part of the array is never dropped. The mask must cover x's full shape.")
def last_row_never_dropped(x, p, rng, training=True):
    checked(p)
    keep = rng.random(x.shape) >= p
    if x.ndim > 1:
        keep[-1] = True
    return x * keep / (1 - p) if training else x


@mistake("You always keep at least one entry. Each is dropped on its own, so now and then all of a small array are.")
def one_is_always_kept(x, p, rng, training=True):
    checked(p)
    keep = rng.random(x.shape) >= p
    while training and x.size > 1 and not keep.any():
        keep = rng.random(x.shape) >= p
    return x * keep / (1 - p) if training else x


@mistake("One place of the array is never dropped, or too often or too rarely. Every entry has the same chance p.")
def first_entry_kept(x, p, rng, training=True):
    checked(p)
    keep = np.array(rng.random(x.shape) >= p)
    if x.size > 1:
        keep.flat[0] = True
    return x * keep / (1 - p) if training else x


@mistake("You cap p. Use every p from 0 up to, but not including, 1 as it is.",
         when=uses("min", "np.minimum", "np.clip"))
def large_p_is_capped(x, p, rng, training=True):
    checked(p)
    p = min(p, 0.95)
    return x * (rng.random(x.shape) >= p) / (1 - p) if training else x


@mistake("You draw from NumPy's global random state, so the caller's generator has no effect. Draw from rng.",
         when=draws_globally())
def global_state(x, p, rng, training=True):
    checked(p)
    return x * (np.random.rand(*x.shape) >= p) / (1 - p) if training else x


@mistake("Calls that should differ drop the same entries. Draw from the rng that is passed in, in every call, and use "
         "no other generator, no copy and no stored mask.")
def own_seed(x, p, rng, training=True):
    checked(p)
    return x * (np.random.default_rng(0).random(x.shape) >= p) / (1 - p) if training else x


@mistake("You drop a fixed number of entries. Each entry is dropped with chance p on its own, so the number varies.")
def fixed_number(x, p, rng, training=True):
    checked(p)
    if not training:
        return x
    keep = np.arange(x.size) >= round(p * x.size)
    return x * rng.permutation(keep).reshape(x.shape) / (1 - p)


@mistake("You accept p = 1, which drops everything and divides by 0. Raise ValueError unless 0 <= p < 1.",
         when=uses("ValueError"))
def accepts_one(x, p, rng, training=True):
    if p < 0 or p > 1:
        raise ValueError(p)
    return x * (rng.random(x.shape) >= p) / max(1 - p, 1e-12) if training else x


@mistake("You check p only in training. Raise ValueError for a bad p before you look at training.")
def checked_in_training_alone(x, p, rng, training=True):
    if not training:
        return x
    checked(p)
    return x * (rng.random(x.shape) >= p) / (1 - p)


@mistake("You do not check p. Raise ValueError unless 0 <= p < 1.", when=lacks("ValueError"))
def not_checked(x, p, rng, training=True):
    return x * (rng.random(x.shape) >= p) / (1 - p) if training else x


@mistake("You check p with assert, which raises AssertionError. Raise ValueError.", kind="crashed",
         when=both(says("must raise ValueError. Your function raised AssertionError"), lacks("ValueError")))
def asserted(x, p, rng, training=True):
    assert 0 <= p < 1, "p must be in [0, 1)"
    return x * (rng.random(x.shape) >= p) / (1 - p) if training else x


@alternative
def by_binomial(x, p, rng, training=True):
    if p < 0 or p >= 1:
        raise ValueError("p out of range")
    if not training or p == 0:
        return x.copy()
    return np.where(rng.binomial(1, 1 - p, size=x.shape), x, 0) / (1 - p)


@alternative
def entry_by_entry(x, p, rng, training=True):
    if not (p >= 0 and p < 1):
        raise ValueError("p out of range")
    out = np.array(x, dtype=float)
    if training:
        for index in np.ndindex(x.shape):
            out[index] = 0.0 if rng.uniform() < p else x[index] / (1 - p)
    return out


@alternative
def by_choice(x, p, rng, training=True):
    if not 0 <= p < 1:
        raise ValueError
    factors = rng.choice(np.array([0.0, 1 / (1 - p)]), p=[p, 1 - p], size=np.shape(x)) if training else 1.0
    return factors * x


EQUIVALENT = {
    "dropout: rng.random(x.shape) >= p -> rng.random(x.shape) > p in `keep = rng.random(x.shape) >= p`":
        "a draw equals p with a chance of 2^-53",
}
