"""GRPO: advantages within the group, PPO's minimum, a KL penalty per token, and a mean of means."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    def tokens(G, T, spread=0.4):
        logp = rng.normal(-1.5, 0.5, size=(G, T))
        return logp, *(logp + rng.normal(0.0, spread, size=(G, T)) for _ in range(2)), rng.normal(0.0, 2.0, size=G)

    def lengths(T, *each):
        return (np.arange(T) < np.array(each)[:, None]).astype(int)

    def dirty(G, T, *values):
        """Completions whose masked tokens hold these numbers in the three arrays."""
        logp, old_logp, ref_logp, rewards = tokens(G, T)
        mask = lengths(T, *(rng.integers(1, T, size=G)))
        for array, value in zip((logp, old_logp, ref_logp), values):
            array[mask == 0] = value
        return logp, old_logp, ref_logp, rewards, mask

    half, full = np.log(np.full((2, 1), 0.4)), np.ones((2, 1), dtype=int)
    yield Case("nothing moved", half, half, half, np.array([3.0, 1.0]), full)
    yield Case("both are likelier than before", np.log([[0.6], [0.6]]), half, np.log([[0.6], [0.6]]),
               np.array([3.0, 1.0]), full)
    yield Case("ten times likelier, good and bad", np.log([[0.5], [0.5]]), np.log([[0.05], [0.05]]),
               np.log([[0.5], [0.5]]), np.array([3.0, 1.0]), full)
    yield Case("off the reference model", half, half, np.log([[0.2], [0.8]]), np.array([1.0, 2.0]), full, beta=0.5)
    yield Case("lengths 2 and 1", *tokens(2, 2), lengths(2, 2, 1))
    yield Case("three rewards", *tokens(3, 2)[:3], np.array([1.0, 0.0, 5.0]), lengths(2, 2, 2, 2))
    yield Case("every size its own", *tokens(3, 5), lengths(5, 5, 2, 3))
    yield Case("solved or not", *tokens(4, 3)[:3], np.array([1.0, 0.0, 0.0, 0.0]), lengths(3, 3, 1, 2, 3))
    yield Case("another clip and beta", *tokens(4, 6), lengths(6, 6, 1, 4, 3), clip=0.1, beta=0.3)
    yield Case("by position", *tokens(5, 3, 0.7), lengths(3, 1, 2, 3, 3, 2), 0.3, 0.1)
    yield Case("large rewards", *tokens(3, 3)[:3], np.array([900.0, -1000.0, 100.0]), lengths(3, 3, 2, 1))
    yield Case("as many completions as tokens", *tokens(4, 4, 0.6), lengths(4, 4, 1, 2, 4))
    yield Case("eight completions of forty tokens", *tokens(8, 40), lengths(40, *rng.integers(1, 40, 7), 40)).plain()
    # these means and deviations are exact in any order of addition
    for reward in (1.0, 0.0, -2.5):
        yield Case(f"all rewards {reward:g}", *tokens(3, 3)[:3], np.full(3, reward), lengths(3, 3, 1, 2)).edge(
            "equal rewards")
    yield Case("one completion", *tokens(1, 3), lengths(3, 2)).edge("one completion")
    yield Case("one completion, far from the reference model", *tokens(1, 2, 1.0), lengths(2, 2), beta=1.0).edge(
        "one completion")
    yield Case("one token each", *tokens(3, 1), lengths(1, 1, 1, 1)).edge("one token")
    yield Case("no penalty", *tokens(3, 3), lengths(3, 3, 2, 1), beta=0.0).edge("no penalty")
    yield Case("a mask of booleans", *tokens(2, 4), lengths(4, 3, 2).astype(bool)).edge("mask types")
    yield Case("a mask of floats", *tokens(3, 2), lengths(2, 1, 2, 1).astype(float)).edge("mask types")
    gaps = np.array([[1, 0, 1, 0], [0, 1, 1, 1], [0, 0, 0, 1]])
    yield Case("tokens masked in between", *tokens(3, 4), gaps).edge("mask types")
    yield Case("zeros and 1e4 for the masked", *dirty(3, 4, 0.0, -1e4, 1e4)).edge("masked entries")
    yield Case("1e30 and -1e30 for the masked", *dirty(2, 5, 1e30, -1e30, 1e30)).edge("masked entries")
    yield Case("a KL that overflows for the masked", *dirty(3, 3, -1e3, -1e3, 0.0)).edge("masked entries")


def standardized(rewards, ddof=0, eps=1e-8):
    return (rewards - rewards.mean()) / (rewards.std(ddof=ddof) + eps)


def k3(d):
    return np.exp(d) - d - 1


def per_completion(losses, counted):
    return np.mean(losses.sum(axis=1) / counted.sum(axis=1))


def grpo(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04, *, advantages=None, best=np.minimum, kl=k3,
         mean=per_completion, sign=-1.0):
    counted = mask.astype(bool)
    A = (standardized(rewards) if advantages is None else advantages)[:, None]
    ratio = np.exp(np.where(counted, logp - old_logp, 0.0))
    gain = best(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A)
    penalty = kl(np.where(counted, ref_logp - logp, 0.0))
    return mean(np.where(counted, sign * gain + beta * penalty, 0.0), counted)


@mistake("You average over all counted tokens at once. Average each completion's tokens first, then the completions.")
def mean_over_tokens(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, mean=lambda losses, n: losses.sum() / n.sum())


@mistake("You divide by T. Divide each completion's sum by the number of its counted tokens.")
def divided_by_T(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, mean=lambda losses, n: losses.mean())


@mistake("You sum over the completions. Return their mean.")
def completions_summed(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta) * len(rewards)


@mistake("You sum over a completion's tokens. Take their mean.")
def tokens_summed(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, mean=lambda losses, n: losses.sum() / len(n))


@mistake("You divide by the deviation with G - 1. It is the population deviation, which divides by G.",
         constants={"guarded": (False, True)})
def sample_deviation(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04, *, guarded):
    with np.errstate(all="ignore"):
        A = 0 * rewards if guarded and len(rewards) == 1 else standardized(rewards, ddof=1)
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, advantages=A)


@mistake("You do not divide the advantages by the deviation of the rewards.")
def not_divided(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, advantages=rewards - rewards.mean())


@mistake("You use the rewards themselves. Subtract the group's mean and divide by its deviation.")
def raw_rewards(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, advantages=rewards)


@mistake("You divide by the variance of the rewards. Divide by the standard deviation.")
def divided_by_the_variance(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    A = (rewards - rewards.mean()) / (rewards.var() + 1e-8)
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, advantages=A)


@mistake("You add {eps} to the deviation. Add 1e-8.", constants={"eps": (1e-4, 1e-3, 1e-5, 1e-6)})
def another_eps(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04, *, eps):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, advantages=standardized(rewards, eps=eps))


@mistake("Equal rewards make your loss NaN: the deviation is 0. Add 1e-8 to it, so that the advantages are 0.")
def no_eps(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    with np.errstate(all="ignore"):
        return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, advantages=standardized(rewards, eps=0.0))


@mistake("Your baseline leaves out the completion's own reward. Subtract the mean of all G rewards.")
def leave_one_out(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    with np.errstate(all="ignore"):
        A = rewards - (rewards.sum() - rewards) / (len(rewards) - 1)
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, advantages=A / (rewards.std() + 1e-8))


@mistake("Your d has the wrong sign. It is ref_logp - logp.")
def d_flipped(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, kl=lambda d: k3(-d))


@mistake("Your penalty is the plain log-ratio, -d. It is exp(d) - d - 1, which is never negative.")
def k1_penalty(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, kl=lambda d: -d)


@mistake("Your penalty is d² / 2. It is exp(d) - d - 1.")
def k2_penalty(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, kl=lambda d: d**2 / 2)


@mistake("You average the KL penalty over all counted tokens at once. Average it within each completion first, like "
         "the rest.")
def penalty_over_all_tokens(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    d = (ref_logp - logp)[mask.astype(bool)]
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, 0.0) + beta * np.mean(k3(d))


@mistake("You subtract the KL penalty from the advantages, so it is multiplied by the ratio and clipped. Add it to "
         "each token's loss, outside the minimum.")
def penalty_in_the_advantage(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    counted, A = mask.astype(bool), standardized(rewards)[:, None]
    ratio = np.exp(np.where(counted, logp - old_logp, 0.0))
    A = A - beta * k3(np.where(counted, ref_logp - logp, 0.0))
    gain = np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A)
    return per_completion(np.where(counted, -gain, 0.0), counted)


@mistake("You use one ratio for a whole completion, as GSPO does. Here each token has its own.",
         constants={"power": ("mean", "sum")})
def ratio_of_the_completion(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04, *, power):
    counted = mask.astype(bool)
    moved = np.where(counted, logp - old_logp, 0.0).sum(axis=1, keepdims=True)
    moved = moved / counted.sum(axis=1, keepdims=True) if power == "mean" else moved
    d = np.where(counted, ref_logp - logp, 0.0)
    return grpo(moved + 0 * d, 0 * d, moved + d, rewards, mask, clip, beta)


@mistake("You limit what a bad token costs, at {limit} times its advantage, as dual-clip PPO does. The loss here has "
         "no such limit.", constants={"limit": (3.0, 2.0, 5.0)})
def dual_clip(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04, *, limit):
    A = standardized(rewards)[:, None]

    def best(plain, clipped):
        gain = np.minimum(plain, clipped)
        return np.where(A < 0, np.maximum(gain, limit * A), gain)

    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, best=best)


@mistake("You leave out the KL penalty. Add beta · (exp(d) - d - 1) to each token's loss.")
def no_penalty(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, 0.0)


@mistake("You subtract the KL penalty from the loss. It makes the loss larger: add it.")
def penalty_subtracted(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, -beta)


@mistake("Your penalty compares with the old policy. It compares with the reference model.")
def penalty_to_the_old_policy(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, old_logp, rewards, mask, clip, beta)


@mistake("Your ratio is to the reference model. It is to the policy that drew the tokens, old_logp.")
def ratio_to_the_reference(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, ref_logp, ref_logp, rewards, mask, clip, beta)


@mistake("Your ratio is upside down. It is the present policy over the old one.")
def ratio_inverted(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(-logp, -old_logp, -ref_logp, rewards, mask, clip, beta, kl=lambda d: k3(-d))


@mistake("You take the maximum of the two products. Take the minimum: the smaller gain counts.")
def maximum(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, best=np.maximum)


@mistake("You leave out the clipping. Take the minimum of ratio · A and clipped ratio · A.")
def not_clipped(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, best=lambda plain, clipped: plain)


@mistake("You always use the clipped ratio. Take the minimum of both products.")
def always_clipped(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta, best=lambda plain, clipped: clipped)


@mistake("You do not negate the clipped objective. It is to be raised, so the loss has its negative.",
         constants={"all": (False, True)})
def not_negated(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04, *, all):
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, -beta if all else beta, sign=1.0)


@mistake("You ignore the mask. Only tokens with a mask of 1 count.")
def mask_ignored(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    with np.errstate(all="ignore"):
        return grpo(logp, old_logp, ref_logp, rewards, np.ones(mask.shape), clip, beta)


@mistake("Your default {name} is {default}.", constants={"name": ("beta", "clip"), "default": (0.1, 0.01, 0.3, 0.0)})
def another_default(logp, old_logp, ref_logp, rewards, mask, clip=None, beta=None, *, name, default):
    clip = (default if name == "clip" else 0.2) if clip is None else clip
    beta = (default if name == "beta" else 0.04) if beta is None else beta
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta)


@mistake("A masked entry makes your loss NaN: its exponential overflows, and inf · 0 is NaN. Set the log-ratios of "
         "masked tokens to 0 before exp, or select the counted tokens.",
         constants={"part": ("both", "ratio", "penalty")})
def masked_by_a_product(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04, *, part):
    m, A = mask.astype(float), standardized(rewards)[:, None]
    moved, d = logp - old_logp, ref_logp - logp
    moved = np.where(m > 0, moved, 0.0) if part == "penalty" else moved
    d = np.where(m > 0, d, 0.0) if part == "ratio" else d
    with np.errstate(all="ignore"):
        ratio = np.exp(moved)
        losses = -np.minimum(ratio * A, np.clip(ratio, 1 - clip, 1 + clip) * A) + beta * k3(d)
        return np.mean((losses * m).sum(axis=1) / m.sum(axis=1))


@mistake("You compute in place, in an array that belongs to the caller. Compute a new one.", kind="changed",
         when=says("argument"))
def in_place(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    rewards -= rewards.mean()
    logp[mask == 0] = 0.0
    return grpo(logp, old_logp, ref_logp, rewards, mask, clip, beta)


@alternative
def completion_by_completion(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    mean = sum(rewards.tolist()) / len(rewards)
    deviation = (sum((r - mean) ** 2 for r in rewards.tolist()) / len(rewards)) ** 0.5
    means = []
    for i, reward in enumerate(rewards.tolist()):
        A, losses = (reward - mean) / (deviation + 1e-8), []
        for t in np.flatnonzero(mask[i]):
            ratio, d = np.exp(logp[i, t] - old_logp[i, t]), ref_logp[i, t] - logp[i, t]
            limited = min(max(ratio, 1 - clip), 1 + clip)
            losses.append(-min(ratio * A, limited * A) + beta * (np.exp(d) - d - 1))
        means.append(sum(losses) / len(losses))
    return sum(means) / len(means)


@alternative
def with_a_weight_per_token(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    rows, columns = np.nonzero(mask)
    weights = 1.0 / (np.bincount(rows, minlength=len(rewards))[rows] * len(rewards))
    centered = rewards - np.average(rewards)
    A = (centered / (np.sqrt(np.mean(centered**2)) + 1e-8))[rows]
    now = logp[rows, columns]
    ratio, d = np.exp(now - old_logp[rows, columns]), ref_logp[rows, columns] - now
    losses = np.maximum(-ratio * A, -ratio.clip(1 - clip, 1 + clip) * A) + beta * (np.expm1(d) - d)
    return np.dot(weights, losses)


@alternative
def with_where_in_sums(logp, old_logp, ref_logp, rewards, mask, clip=0.2, beta=0.04):
    m = mask != 0
    A = np.repeat((rewards - rewards.mean()) / (rewards.std() + 1e-8), mask.shape[1]).reshape(mask.shape)
    zeros = np.zeros(mask.shape)
    ratio = np.exp(np.subtract(logp, old_logp, out=zeros.copy(), where=m))
    d = np.subtract(ref_logp, logp, out=zeros.copy(), where=m)
    limited = np.where(A > 0, np.minimum(ratio, 1 + clip), np.maximum(ratio, 1 - clip))
    return -np.mean(np.mean(limited * A - beta * (np.exp(d) - 1 - d), axis=1, where=m))


EQUIVALENT = {
    "grpo_loss: rewards.std() + 1e-08 -> rewards.std() - 1e-08 in "
    "`advantages = (rewards - rewards.mean()) / (rewards.std() + 1e-08)`":
        "the constant shows only where rewards differ by less than 1e-4, which is beyond the task",
    "grpo_loss: 1e-08 -> 2e-08 in `advantages = (rewards - rewards.mean()) / (rewards.std() + 1e-08)`":
        "the constant shows only where rewards differ by less than 1e-4, which is beyond the task",
    "grpo_loss: 0.0 -> 1.0 in `ratio = np.exp(np.where(counted, logp - old_logp, 0.0))`":
        "what masked tokens hold is dropped before the sum",
    "grpo_loss: 0.0 -> 1.0 in `d = np.where(counted, ref_logp - logp, 0.0)`":
        "what masked tokens hold is dropped before the sum",
}
