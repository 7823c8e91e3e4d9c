"""Dropout: the share that falls, the factor of what stays, and independent decisions.

How an answer draws is free, so it is judged by what must hold. False alarms, by bounds that hold exactly:
the share of n = 20,000 independent decisions is off by more than 0.03 with a chance under 2 exp(-2 n
0.03^2) = 5e-16 (Hoeffding), at p = 0.01 by more than 0.006 with 2e-13, at p = 0.005 by more than 0.0045 with 6e-14
and at p = 0.98 by more than 0.01 with 2e-19 (Bernstein), the agreement of 10,000 separate pairs of neighbours by more
than 0.045 with 2 exp(-2 * 10,000 * 0.045^2) = 5e-18, the share of a row, column or the like with m entries by more than
4 / sqrt(m) with 2 exp(-2 * 4^2) = 3e-14, times 354 of them, and two rows or columns of at least 100 fair
decisions agree or differ in 95 of 100 with 2 exp(-100 * 0.9^2 / 2) = 5e-18, times 25,000 pairs. Of 2,000
calls with six fair decisions, one falls more than 0.09 too often or too rarely with
2 exp(-2 * 2,000 * 0.09^2) = 2e-14, times six, and all six never fall, or never stay, with
2 (1 - 1/64)^2000 = 4e-14. A check makes each twice; add masks of 64 fair decisions that coincide by chance
(5e-20 a pair): under 3e-11 in all.
"""

import numpy as np

from mlprep.grading.api import Case, Rng, alternative, holds, mistake, shaped_like_reference


def probe(module, case):
    """One call; for a list of seeds one call with a generator of each, and the first generator once more; for a
    pair (seed, count) so many calls with one generator."""
    x, p, rng, *rest = case.args
    if isinstance(rng, tuple):
        seed, count = rng
        rng = np.random.default_rng(seed)
        return np.array([module.dropout(x, p, rng, *rest, **case.kwargs) for _ in range(count)])
    if isinstance(rng, list):
        rngs = [np.random.default_rng(seed) for seed in rng]
        return [module.dropout(x, p, each, *rest, **case.kwargs) for each in [*rngs, rngs[0]]]
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
    """How often neighbours along each axis, in separate pairs, share their fate."""
    for axis in range(dropped.ndim):
        lanes = np.moveaxis(dropped, axis, 0)
        yield axis, float(np.mean(lanes[0::2] == lanes[1::2]))


def shares_no_decision(case, got, want):
    for axis, agreement in agreements(np.asarray(got) == 0):
        if agreement > 0.99:
            return (f"Along axis {axis} every entry shares the fate of a neighbour: each entry needs a decision "
                    "of its own.")
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
    """Neighbours agree as often as independent ones: p^2 + (1 - p)^2."""
    p = case.args[1]
    for axis, agreement in agreements(np.asarray(got) == 0):
        if abs(agreement - (p**2 + (1 - p) ** 2)) > 0.045:
            return (f"Neighbours along axis {axis} share their fate in {agreement:.0%} of all cases: each "
                    "entry needs a decision of its own.")
    return True


def repeats_no_part(case, got, want):
    """No two rows, and no two columns, repeat or oppose each other; asked where decisions are fair."""
    signs = np.where(np.asarray(got) == 0, -1.0, 1.0)
    if case.args[1] != 0.5:
        return True
    for lanes in (signs, signs.T):
        if np.abs(np.triu(lanes @ lanes.T / lanes.shape[1], 1)).max() > 0.9:
            return "One part of the mask repeats another: each entry needs a decision of its own."
    return True


def each_place_falls(case, got, want):
    shares = np.mean(np.asarray(got) == 0, axis=0)
    off = np.abs(shares - case.args[1])
    if off.max() <= 0.09:
        return True
    at = np.unravel_index(int(np.argmax(off)), off.shape)
    place = [int(i) for i in at]
    return (f"In {len(got):,} calls with p = {case.args[1]:g}, the entry at {place} was dropped in "
            f"{shares[at]:.0%}: every entry falls with chance p.")


def all_may_fall(case, got, want):
    """All entries of one call at once, or none of them."""
    counts = np.sum(np.asarray(got) == 0, axis=(1, 2))
    size = got[0].size
    for count, word in ((size, "dropped"), (0, "kept")):
        if not np.any(counts == count):
            return (f"In {len(got):,} calls on {size} entries with p = {case.args[1]:g}, all of them were never "
                    f"{word} at once, which should happen about {len(got) / 2**size:.0f} times: let each fall "
                    "by itself.")
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
    return (f"Each of {len(got)} calls dropped exactly {counts.pop()} of {np.size(got[0])} entries: each falls by "
            "its own chance, so the number varies.")


SHAPE = shaped_like_reference()
ENTRIES = (
    SHAPE,
    holds("what is kept is scaled up by 1 / (1 - p)",
          lambda case, got, want: not kept_as(case, got, 1.0)),
    holds("what is kept is divided by 1 - p, not multiplied by it",
          lambda case, got, want: case.args[1] == 0.5 or not kept_as(case, got, 1 - case.args[1])),
    holds("what is kept is divided by 1 - p, not by p",
          lambda case, got, want: case.args[1] == 0.5 or not kept_as(case, got, 1 / case.args[1])),
    holds("every entry is 0 or x / (1 - p)", has_right_entries),
)
SHARE = (
    SHAPE,
    holds("entries are dropped in training", lambda case, got, want: not np.all(got)),
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
FREQUENCIES = (
    SHAPE,
    holds("every entry falls with chance p", each_place_falls),
    holds("all entries may fall, or stay, at once", all_may_fall),
)
GENERATORS = (
    SHAPE,
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

    yield Case("p = 0", np.array([1.0, -2.0, 3.0]), 0.0, Rng(seed())).judged(*NOTHING)
    yield Case("not training", np.array([1.0, -2.0]), 0.25, Rng(seed()), training=False).judged(*INFERENCE)
    yield Case("not training, given by position", nonzero(2, 3), 0.8, Rng(seed()), False).judged(*INFERENCE)
    yield Case("p = 1", np.array([1.0, 2.0]), 1.0, Rng(seed()))
    yield Case("a negative p", np.array([1.0, 2.0]), -0.1, Rng(seed()))
    yield Case("p above 1", np.array([1.0, 2.0]), 1.5, Rng(seed()))
    yield Case("one entry", np.array([3.0]), 0.2, Rng(seed())).judged(SHAPE)
    # something is kept in these but for a chance of 0.2^15 or 0.8^150
    yield Case("a small matrix", nonzero(3, 5), 0.2, Rng(seed()))
    yield Case("zeros among the entries", nonzero(10, 20) * (np.arange(20) % 4 > 0), 0.8, Rng(seed()))
    yield Case("a batch of images, training given", nonzero(2, 3, 4, 5), 0.6, Rng(seed()), training=True)
    yield Case("thirty generators", nonzero(8, 8), 0.5, [*range(100, 129), 100]).judged(*GENERATORS)
    # large: n = 20,000
    yield Case("the share dropped", nonzero(20000), 0.3, Rng(seed())).keeping(within=0.03).judged(*SHARE)
    yield Case("the share dropped by a large p", nonzero(20000), 0.8, Rng(seed())).keeping(within=0.03).judged(*SHARE)
    yield Case("the share dropped by a small p", nonzero(20000), 0.01, Rng(seed())).keeping(within=0.006).judged(*SHARE)
    large = Case("the share dropped by p = 0.98", nonzero(20000), 0.98, Rng(seed())).keeping(within=0.01)
    yield large.judged(*LARGE_SHARE)
    yield Case("neighbours in a matrix", nonzero(100, 200), 0.5, Rng(seed())).judged(*INDEPENDENT)
    yield Case("neighbours in images", nonzero(8, 10, 10, 26), 0.4, Rng(seed())).judged(*INDEPENDENT)
    yield Case("two thousand calls", nonzero(2, 3), 0.5, (seed(), 2000)).judged(*FREQUENCIES).plain()
    tiny = Case("the share dropped by p = 0.005", nonzero(20000), 0.005, Rng(seed())).keeping(within=0.0045)
    yield tiny.judged(*SHARE)


def checked(p):
    if not 0 <= p < 1:
        raise ValueError(p)


@mistake("You keep an entry with chance p; p is the chance to drop it. Keep where the uniform draw is at "
         "least p.")
def keeps_with_p(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) < p) / (1 - p) if training and p else x


@mistake("You read p as the chance to keep, in the mask and in the scale; here it is the chance to drop: "
         "keep with chance 1 - p and divide by 1 - p.")
def keep_probability(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) < p) / p if training and p else x


@mistake("You drop entries without scaling the rest. Inverted dropout divides what is kept by 1 - p, so "
         "that the mean of each entry stays.")
def not_scaled(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) if training else x


@mistake("You scale by 1 - p at inference, as dropout was first published. Inverted dropout divides by 1 - "
         "p in training and leaves inference alone.")
def scaled_at_inference(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) if training else x * (1 - p)


@mistake("You divide in training and multiply by 1 - p at inference as well: the correction is made twice. "
         "With training=False return the values of x.")
def scaled_twice(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) / (1 - p) if training else x * (1 - p)


@mistake("You multiply what is kept by 1 - p, which shrinks it further; divide by 1 - p to keep the mean.")
def scaled_down(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) * (1 - p) if training else x


@mistake("You divide by p; an entry is kept with chance 1 - p, so divide by that.")
def divided_by_p(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) / p if training and p else x


@mistake("You drop in inference as well. With training=False return the values of x.")
def ignores_training(x, p, rng, training=True):
    checked(p)
    return x * (rng.random(x.shape) >= p) / (1 - p)


@mistake("You do not drop by default: training is True unless the caller says otherwise.")
def off_by_default(x, p, rng, training=False):
    checked(p)
    return x * (rng.random(x.shape) >= p) / (1 - p) if training else x


@mistake("You draw one decision and share it along an axis, as a mask that broadcasts does. Draw a mask of "
         "x's full shape.")
def shared_mask(x, p, rng, training=True):
    checked(p)
    shape = x.shape[1:] if x.ndim > 1 else x.shape
    return x * (rng.random(shape) >= p) / (1 - p) if training else x


@mistake("Part of your mask is a copy of another part, so those entries always fall together. Draw a mask of x's "
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


@mistake("You always keep at least one entry. Each one falls by itself, so now and then all of a small array do.")
def one_is_always_kept(x, p, rng, training=True):
    checked(p)
    keep = rng.random(x.shape) >= p
    while training and x.size > 1 and not keep.any():
        keep = rng.random(x.shape) >= p
    return x * keep / (1 - p) if training else x


@mistake("One place of the array never falls, or falls too often or too rarely. Every entry has the same chance p.")
def first_entry_kept(x, p, rng, training=True):
    checked(p)
    keep = rng.random(x.shape) >= p
    if x.size > 1:
        keep.flat[0] = True
    return x * keep / (1 - p) if training else x


@mistake("You cap p. Every p from 0 up to, but not including, 1 is allowed, and dropped and scaled by as it is.")
def large_p_is_capped(x, p, rng, training=True):
    checked(p)
    p = min(p, 0.95)
    return x * (rng.random(x.shape) >= p) / (1 - p) if training else x


@mistake("You draw from NumPy's global random state, so the seed of the caller's generator means nothing. "
         "Draw from rng.")
def global_state(x, p, rng, training=True):
    checked(p)
    return x * (np.random.rand(*x.shape) >= p) / (1 - p) if training else x


@mistake("Calls that should differ drop the same entries. Draw anew from the rng that is passed in: not "
         "from a generator with a seed of your own, from a copy, or from a mask that was kept.")
def own_seed(x, p, rng, training=True):
    checked(p)
    return x * (np.random.default_rng(0).random(x.shape) >= p) / (1 - p) if training else x


@mistake("You drop a fixed number of entries. Each entry falls with chance p by itself, so the number "
         "varies.")
def fixed_number(x, p, rng, training=True):
    checked(p)
    if not training:
        return x
    keep = np.arange(x.size) >= round(p * x.size)
    return x * rng.permutation(keep).reshape(x.shape) / (1 - p)


@mistake("You accept p = 1, which drops everything and divides by 0. Raise ValueError unless 0 <= p < 1.")
def accepts_one(x, p, rng, training=True):
    if p < 0 or p > 1:
        raise ValueError(p)
    return x * (rng.random(x.shape) >= p) / (1 - p) if training else x


@mistake("You do not check p. Raise ValueError unless 0 <= p < 1.")
def not_checked(x, p, rng, training=True):
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
    out = np.array(x)
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
