"""PPO's clipped loss: the minimum of two products, the mean over counted tokens, and masked entries that overflow."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def tokens(B, T, spread=0.4):
        logp = rng.normal(-1.5, 0.5, size=(B, T))
        return logp, logp + rng.normal(0.0, spread, size=(B, T)), rng.normal(size=(B, T))

    def some(B, T, kind=int):
        mask = rng.random((B, T)) < 0.6
        mask[0, 0], mask[-1, -1] = True, False
        return mask.astype(kind)

    def dirty(B, T, *values):
        """Tokens of which some are masked and hold these numbers."""
        logp, old_logp, advantages = tokens(B, T)
        mask = some(B, T)
        for array, value in zip((logp, old_logp, advantages), values):
            array[mask == 0] = value
        return logp, old_logp, advantages, mask

    # ratios 1.5 and 0.5, each with a good and a bad token: clipped, not, not, clipped
    good_and_bad = np.array([[1.0, -1.0], [1.0, -1.0]])
    four = np.log(np.array([[0.6, 0.6], [0.2, 0.2]])), np.log(np.full((2, 2), 0.4)), good_and_bad
    for name, at in (("a good token, likelier than before", (0, 0)), ("a bad token, likelier than before", (0, 1)),
                     ("a good token, rarer than before", (1, 0)), ("a bad token, rarer than before", (1, 1))):
        mask = np.zeros((2, 2), dtype=int)
        mask[at] = 1
        yield Case(name, *four, mask)
    one, bad = np.array([[1]]), np.array([[-1.0]])
    yield Case("a bad token, ten times likelier", np.log([[0.5]]), np.log([[0.05]]), bad, one)
    yield Case("all four", *four, np.ones((2, 2), dtype=int))
    yield Case("nothing moved", four[0], four[0], np.array([[2.0, -1.0], [0.5, 1.0]]), np.array([[1, 1], [1, 0]]))
    yield Case("every size its own", *tokens(3, 5), some(3, 5))
    yield Case("another clip", *tokens(4, 3), some(4, 3), clip=0.1)
    yield Case("a wide clip, by position", *tokens(2, 6, 0.7), some(2, 6), 0.4)
    lengths = np.array([[1, 1, 1, 1, 1], [1, 0, 0, 0, 0], [1, 1, 0, 0, 0]])
    yield Case("sequences of different lengths", *tokens(3, 5), lengths)
    yield Case("as many sequences as tokens", *tokens(4, 4, 0.6), some(4, 4))
    yield Case("300 tokens", *tokens(3, 100), some(3, 100)).plain()
    yield Case("one token", np.log([[0.3]]), np.log([[0.2]]), np.array([[2.0]]), np.array([[1]])).edge("one token")
    yield Case("one random token", *tokens(1, 1), np.array([[1]]), 0.05).edge("one token")
    yield Case("a mask of booleans", *tokens(2, 4), some(2, 4, bool)).edge("mask types")
    yield Case("a mask of floats", *tokens(3, 4), some(3, 4, float)).edge("mask types")
    yield Case("a whole sequence masked", *tokens(3, 3), np.array([[1, 1, 0], [0, 0, 0], [1, 1, 1]])).edge(
        "masked sequences")
    yield Case("a single token counts", *tokens(3, 2), np.array([[0, 0], [0, 1], [0, 0]])).edge("masked sequences")
    yield Case("zeros for the masked", *dirty(2, 4, 0.0, -1e4, 3.0)).edge("masked entries")
    yield Case("1e30 and -1e30 for the masked", *dirty(3, 4, 1e30, -1e30, -1e30)).edge("masked entries")
    yield Case("-1e30 for all of the masked", *dirty(2, 5, -1e30, 1e30, 1e30)).edge("masked entries")
    yield Case("ratios that overflow for the masked", *dirty(2, 3, 0.0, -1e3, -2.0)).edge("masked entries")


def select(mask, *arrays):
    return [each[mask.astype(bool)] for each in arrays]


def loss(logp, old_logp, advantages, mask, clip=0.2, best=np.minimum, mean=np.mean, low=1.0, high=1.0, sign=-1.0):
    logp, old_logp, A = select(mask, logp, old_logp, advantages)
    ratio = np.exp(logp - old_logp)
    return sign * mean(best(ratio * A, np.clip(ratio, 1 - low * clip, 1 + high * clip) * A))


@mistake("You take the maximum of the two products. Take the minimum: the smaller gain counts.")
def maximum(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, mask, clip, best=np.maximum)


@mistake("You leave out the clipping. Take the minimum of ratio · A and clipped ratio · A.")
def not_clipped(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, mask, clip, best=lambda plain, clipped: plain)


@mistake("You always use the clipped ratio. Take the minimum of both products, so that a token that moved the wrong "
         "way is pushed back.")
def always_clipped(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, mask, clip, best=lambda plain, clipped: clipped)


@mistake("You take the smaller ratio and then multiply by the advantage. Take the smaller of the two products: for a "
         "negative advantage that is another one.")
def minimum_of_the_ratios(logp, old_logp, advantages, mask, clip=0.2):
    logp, old_logp, A = select(mask, logp, old_logp, advantages)
    ratio = np.exp(logp - old_logp)
    return -np.mean(np.minimum(ratio, np.clip(ratio, 1 - clip, 1 + clip)) * A)


@mistake("You limit the ratio on one side only. It may move from 1 - clip to 1 + clip.",
         constants={"side": ("above", "below")})
def clipped_on_one_side(logp, old_logp, advantages, mask, clip=0.2, *, side):
    free = 1e9
    low, high = (free, 1.0) if side == "above" else (1.0, free)
    return loss(logp, old_logp, advantages, mask, clip, low=low, high=high)


@mistake("You limit what a bad token costs, at {limit} times its advantage, as dual-clip PPO does. The loss here has "
         "no such limit.", constants={"limit": (3.0, 2.0, 5.0)})
def dual_clip(logp, old_logp, advantages, mask, clip=0.2, *, limit):
    logp, old_logp, A = select(mask, logp, old_logp, advantages)
    ratio = np.exp(logp - old_logp)
    gain = np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A)
    return -np.mean(np.where(A < 0, np.maximum(gain, limit * A), gain))


@mistake("Your lower limit is 1 / (1 + clip). It is 1 - clip.")
def lower_limit_inverted(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, mask, clip, low=1 / (1 + clip))


@mistake("You clip the product with the advantage. Clip the ratio alone, then multiply.")
def product_clipped(logp, old_logp, advantages, mask, clip=0.2):
    logp, old_logp, A = select(mask, logp, old_logp, advantages)
    ratio = np.exp(logp - old_logp)
    return -np.mean(np.minimum(ratio * A, np.clip(ratio * A, 1 - clip, 1 + clip)))


@mistake("You clip the logarithm of the ratio. Clip the ratio itself, to the range from 1 - clip to 1 + clip.")
def logarithm_clipped(logp, old_logp, advantages, mask, clip=0.2):
    logp, old_logp, A = select(mask, logp, old_logp, advantages)
    moved = logp - old_logp
    return -np.mean(np.minimum(np.exp(moved) * A, np.exp(np.clip(moved, -clip, clip)) * A))


@mistake("Your ratio is the difference of the log-probabilities. Exponentiate it.", constants={"one": (False, True)})
def ratio_without_exp(logp, old_logp, advantages, mask, clip=0.2, *, one):
    logp, old_logp, A = select(mask, logp, old_logp, advantages)
    ratio = logp - old_logp + one
    return -np.mean(np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A))


@mistake("Your ratio is a quotient of the log-probabilities. It is exp(logp - old_logp).")
def ratio_of_logarithms(logp, old_logp, advantages, mask, clip=0.2):
    logp, old_logp, A = select(mask, logp, old_logp, advantages)
    with np.errstate(all="ignore"):
        ratio = logp / old_logp
    return -np.mean(np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A))


@mistake("Your ratio is upside down. It is the present policy over the old one.")
def ratio_inverted(logp, old_logp, advantages, mask, clip=0.2):
    return loss(old_logp, logp, advantages, mask, clip)


@mistake("You do not negate. The objective is to be raised, so the loss is its negative.")
def not_negated(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, mask, clip, sign=1.0)


@mistake("You sum over the tokens. Return the mean over those that count.")
def summed(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, mask, clip, mean=np.sum)


@mistake("You divide by the number of all tokens. Divide by the number of those that count.")
def mean_over_all(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, mask, clip, mean=np.sum) / mask.size


@mistake("You ignore the mask. Only tokens with a mask of 1 count.")
def mask_ignored(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, np.ones(mask.shape), clip)


@mistake("An array of the integers 0 and 1 as an index picks whole rows, the first and the second, again and again. "
         "Make the mask boolean first: mask.astype(bool).")
def mask_as_integer_index(logp, old_logp, advantages, mask, clip=0.2):
    picked = mask.astype(int)
    return loss(logp[picked], old_logp[picked], advantages[picked], np.ones(picked.shape + logp.shape[1:]), clip)


@mistake("You read the mask the wrong way round: 1 is a token that counts.")
def mask_inverted(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, 1 - mask.astype(int), clip)


@mistake("You average each sequence first. The mean is over all tokens that count, so long sequences count more.",
         constants={"empty": ("left out", "as 0")})
def mean_per_sequence(logp, old_logp, advantages, mask, clip=0.2, *, empty):
    rows = [loss(logp[i], old_logp[i], advantages[i], mask[i], clip) if mask[i].any() else 0.0
            for i in range(len(mask))]
    return np.sum(rows) / (len(rows) if empty == "as 0" else np.sum(mask.any(axis=1)))


@mistake("You normalize the advantages. Use them as they are: that is a separate step.",
         constants={"eps": (1e-8, 0.0, 1e-5), "counted": (True, False)})
def advantages_normalized(logp, old_logp, advantages, mask, clip=0.2, *, eps, counted):
    seen = advantages[mask.astype(bool)] if counted else advantages
    return loss(logp, old_logp, (advantages - seen.mean()) / (seen.std() + eps), mask, clip)


@mistake("Your result does not depend on clip. Use the argument instead of 0.2.")
def clip_ignored(logp, old_logp, advantages, mask, clip=0.2):
    return loss(logp, old_logp, advantages, mask, 0.2)


@mistake("Your default clip is {default}. It should be 0.2.", constants={"default": (0.1, 0.3, 0.25)})
def another_default(logp, old_logp, advantages, mask, clip=None, *, default):
    return loss(logp, old_logp, advantages, mask, default if clip is None else clip)


@mistake("A masked entry makes your loss NaN: its exponential overflows, and inf · 0 is NaN. Select the counted tokens "
         "before exp, or set the others' log-ratio to 0.", constants={"late": ("product", "sum")})
def masked_by_a_product(logp, old_logp, advantages, mask, clip=0.2, *, late):
    m = mask.astype(float)
    with np.errstate(all="ignore"):
        ratio = np.exp(logp - old_logp)
        gain = np.minimum(ratio * advantages, np.clip(ratio, 1 - clip, 1 + clip) * advantages)
        return -(gain * m).sum() / m.sum() if late == "product" else -np.average(gain, weights=m)


@mistake("A masked entry makes your loss NaN: its ratio is inf, and you multiply it by an advantage that you set to "
         "0. Set its log-ratio to 0 before exp.")
def advantage_masked_alone(logp, old_logp, advantages, mask, clip=0.2):
    m = mask.astype(float)
    with np.errstate(all="ignore"):
        ratio, A = np.exp(logp - old_logp), np.where(m > 0, advantages, 0.0)
        return -np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A).sum() / m.sum()


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(logp, old_logp, advantages, mask, clip=0.2):
    logp[mask == 0] = 0.0
    old_logp[mask == 0] = 0.0
    return loss(logp, old_logp, advantages, mask, clip)


@alternative
def with_where(logp, old_logp, advantages, mask, clip=0.2):
    counted = mask > 0
    moved = np.where(counted, logp - old_logp, 0.0)
    A = np.where(counted, advantages, 0.0)
    ratio = np.exp(moved)
    losses = np.maximum(-A * ratio, -A * np.minimum(np.maximum(ratio, 1 - clip), 1 + clip))
    return losses.sum() / counted.sum()


@alternative
def in_plain_loops(logp, old_logp, advantages, mask, clip=0.2):
    import math

    total, count = 0.0, 0
    for i, j in np.ndindex(*mask.shape):
        if mask[i, j]:
            ratio, A = math.exp(logp[i, j] - old_logp[i, j]), float(advantages[i, j])
            total += min(ratio * A, min(max(ratio, 1 - clip), 1 + clip) * A)
            count += 1
    return -total / count


@alternative
def by_the_sign_of_the_advantage(logp, old_logp, advantages, mask, clip=0.2):
    at = np.nonzero(mask)
    ratio, A = np.exp(np.subtract(logp[at], old_logp[at])), advantages[at]
    return np.average(-A * np.where(A >= 0, np.minimum(ratio, 1 + clip), np.maximum(ratio, 1 - clip)))
