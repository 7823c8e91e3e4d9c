"""The repetition penalty: the sign, each token once, the others untouched, and a new array."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says


def cases(rng):
    logits = np.array([2.0, -1.0, 3.0, 0.5])
    yield Case("a positive one", logits, [0], 2.0)
    yield Case("a negative one", logits, [1], 2.0)
    yield Case("both kinds", logits, [1, 2], 2.0)
    yield Case("all tokens", logits, [3, 1, 0, 2], 1.5)
    yield Case("all negative", -np.abs(rng.normal(size=4)) - 0.1, [0, 3], 1.3)
    yield Case("random", rng.normal(size=6), [5, 2, 0], 1.2)
    yield Case("by name", rng.normal(size=5), generated=[4, 1], penalty=1.7)
    yield Case("three hundred tokens", rng.normal(size=300), rng.permutation(300)[:120].tolist(), 1.1).plain()
    yield Case("ids in a tuple", rng.normal(size=5), (2, 0), 1.4)
    yield Case("an empty list", logits, [], 2.0).edge("no tokens")
    yield Case("an empty tuple", rng.normal(size=3), (), 1.5).edge("no tokens")
    yield Case("one token three times", logits, [0, 0, 0], 2.0).edge("repeated tokens")
    yield Case("repeated tokens of both signs", logits, [1, 2, 1, 2, 1], 1.5).edge("repeated tokens")
    yield Case("random with repetitions", rng.normal(size=5), rng.integers(0, 5, size=12).tolist(), 1.2).edge(
        "repeated tokens"
    )
    yield Case("a logit of 0", np.array([0.0, 1.0, -1.0]), [0, 1], 2.0).edge("logits of 0")
    yield Case("a penalty of one half", logits, [0, 1], 0.5).edge("small penalties")
    yield Case("a penalty of 1", logits, [2, 1], 1.0).edge("small penalties")
    yield Case("one positive score", np.array([2.0]), [0], 4.0).edge("one score")
    yield Case("one negative score", np.array([-2.0]), [0, 0], 4.0).edge("one score")


def _changed(logits, generated, change):
    out = np.array(logits, dtype=float)
    for i in set(generated):
        out[i] = change(out[i])
    return out


def _rule(penalty):
    return lambda logit: logit / penalty if logit > 0 else logit * penalty


@mistake("You divide every logit of a generated token, and a negative one becomes larger by that. Multiply negative "
         "ones by the penalty.")
def always_divided(logits, generated, penalty):
    return _changed(logits, generated, lambda logit: logit / penalty)


@mistake("You multiply every logit of a generated token, and a positive one becomes larger by that. Divide positive "
         "ones by the penalty.")
def always_multiplied(logits, generated, penalty):
    return _changed(logits, generated, lambda logit: logit * penalty)


@mistake("You swap the two rules. Divide positive logits by the penalty, and multiply negative ones.")
def rules_swapped(logits, generated, penalty):
    return _changed(logits, generated, lambda logit: logit * penalty if logit > 0 else logit / penalty)


@mistake("You change only the {sign} logits of generated tokens. Divide positive ones by the penalty, and multiply "
         "negative ones.", constants={"sign": ("positive", "negative")})
def one_sign_alone(logits, generated, penalty, *, sign):
    return _changed(logits, generated,
                    lambda logit: _rule(penalty)(logit) if (logit > 0) == (sign == "positive") else logit)


@mistake("You subtract the penalty. Divide positive logits by it, and multiply negative ones.")
def subtracted(logits, generated, penalty):
    return _changed(logits, generated, lambda logit: logit - penalty)


@mistake("You apply the penalty once for every occurrence. A token that occurs several times counts once.")
def once_for_every_occurrence(logits, generated, penalty):
    out = np.array(logits, dtype=float)
    for i in generated:
        out[i] = _rule(penalty)(out[i])
    return out


@mistake("You subtract the penalty for every occurrence, as a frequency penalty does. Divide positive logits by it, "
         "multiply negative ones, and count each token once.")
def frequency_penalty(logits, generated, penalty):
    out = np.array(logits, dtype=float)
    for i in generated:
        out[i] -= penalty
    return out


@mistake("You change all logits. Only those of tokens that occurred change.")
def all_tokens(logits, generated, penalty):
    return _changed(logits, range(len(logits)), _rule(penalty))


@mistake("You change the tokens that did not occur. Change those that did.")
def other_tokens(logits, generated, penalty):
    return _changed(logits, set(range(len(logits))) - set(generated), _rule(penalty))


@mistake("You change the last token alone. All tokens in `generated` count.")
def last_token_alone(logits, generated, penalty):
    return _changed(logits, generated[-1:], _rule(penalty))


@mistake("You rule the generated tokens out. Only divide or multiply their logits by the penalty.")
def ruled_out(logits, generated, penalty):
    return _changed(logits, generated, lambda logit: -np.inf)


@mistake("You return probabilities. Return the changed logits.")
def probabilities(logits, generated, penalty):
    out = _changed(logits, generated, _rule(penalty))
    exps = np.exp(out - out.max())
    return exps / exps.sum()


@mistake("You apply the penalty to log-probabilities. Apply it to the logits as they are.")
def log_probabilities(logits, generated, penalty):
    return _changed(logits - np.logaddexp.reduce(logits), generated, _rule(penalty))


@mistake("You take the smaller of the quotient and the product, so a penalty below 1 does not make repetitions more "
         "likely. The sign of the logit decides which one.")
def smaller_of_both(logits, generated, penalty):
    return _changed(logits, generated, lambda logit: min(logit / penalty, logit * penalty))


@mistake("You ignore penalties below 1. The same rule holds for them.")
def small_penalties_ignored(logits, generated, penalty):
    return _changed(logits, generated, _rule(max(penalty, 1.0)))


@mistake("You index with an empty array of floats when nothing has been generated. Give it an integer dtype, or return "
         "a copy in that case.", kind="crashed", when=says("used as indices must be"))
def empty_array_of_floats(logits, generated, penalty):
    out, ids = np.array(logits, dtype=float), np.array(generated)
    out[ids] = np.where(out[ids] > 0, out[ids] / penalty, out[ids] * penalty)
    return out


@mistake("The values are right, but you write into logits, which belongs to the caller. Work on a copy.",
         kind="changed", when=says("first argument"))
def written_into_logits(logits, generated, penalty):
    for i in set(generated):
        logits[i] = _rule(penalty)(logits[i])
    return logits.copy()


@alternative
def token_by_token(logits, generated, penalty):
    return [
        value if i not in generated else value / penalty if value > 0 else value * penalty
        for i, value in enumerate(logits.tolist())
    ]


@alternative
def by_unique_ids(logits, generated, penalty):
    ids = np.unique(np.array(generated, dtype=int))
    out = logits.copy()
    chosen = out[ids]
    out[ids] = np.where(chosen < 0, chosen * penalty, chosen / penalty)
    return out


@alternative
def by_powers(logits, generated, penalty):
    mask = np.isin(np.arange(logits.size), list(generated))
    return logits * np.power(float(penalty), -np.sign(logits) * mask)


EQUIVALENT = {
    "repetition_penalty: logits > 0 -> logits >= 0 in "
    "`penalized = np.where(logits > 0, logits / penalty, logits * penalty)`":
        "a logit of 0 is 0 after a division as after a multiplication",
}
