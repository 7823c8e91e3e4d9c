"""Generating text: greedy and sampled tokens, where the loop ends, what step is called with, and nothing modified.

In every case step(ids) returns the row `logits_after[last id]`. Sampled ids are judged by how often each continuation
comes out, as each misreading of the rule has its own frequencies. False alarms: by Chernoff's bound, the frequency f in
N calls of an event of probability P has N KL(f, P) > 28 with probability at most 2 exp(-28). With fewer than 70
continuations in all cases, and two draws of them, that is below 2e-10. A continuation that is impossible fails at once.
"""

from bisect import bisect_right
from collections import Counter
from functools import lru_cache
from types import SimpleNamespace

import numpy as np

from mlprep.grading.api import (
    Case,
    Check,
    Failure,
    Rng,
    alternative,
    both,
    crashes_over,
    equal,
    lacks,
    mistake,
    says,
    uses,
)

QUIET = ("large logits",)


def probe(module, case):
    """One run's ids, with what is wrong beside them; of many runs, how often each continuation came out."""
    logits_after, prompt, max_new_tokens = case.args
    options = {name: case.kwargs[name] for name in ("eos", "temperature", "top_k", "rng") if name in case.kwargs}
    times, other = case.kwargs.get("times"), case.kwargs.get("other_rng")
    start = list(prompt)

    def run(prompt, rng=None):
        calls, returned = [], []

        def step(ids):
            if not hasattr(ids, "__len__"):
                raise TypeError(f"step takes the list of all ids so far, not {ids!r}")
            calls.append([int(each) for each in ids])
            row = logits_after[calls[-1][-1]]
            returned.append((row.copy(), row))
            return returned[-1][0]

        given = options if rng is None else options | {"rng": rng}
        result = module.generate(step, prompt, max_new_tokens, **given)
        return result, calls, any(not np.array_equal(now, before) for now, before in returned)

    if times is not None:
        counts = {}
        for _ in range(times):
            result = run(list(start))[0]
            ids = np.asarray(result)
            if ids.ndim != 1 or ids.dtype.kind not in "iu" or ids[: len(start)].tolist() != start:
                return {"malformed": result}
            key = tuple(ids[len(start) :].tolist())
            counts[key] = counts.get(key, 0) + 1
        return [[list(key), count] for key, count in counts.items()]
    if other is not None:
        return {"first": run(list(start))[0], "second": run(list(start), other)[0]}
    result, calls, modified = run(prompt)
    if isinstance(result, list | tuple | np.ndarray) and all(isinstance(each, int | np.integer) for each in result):
        ids = [int(each) for each in result]
        if calls != [ids[:count] for count in range(len(start), len(ids))]:
            return {"ids": result, "step was called with": calls}
        if modified:
            return {"ids": result, "but": "the logits of step were modified"}
        if result is prompt and prompt == start and isinstance(prompt, list):
            return {"ids": result, "but": "it is the prompt's own list"}
    return result


class _Generated(Check):
    """The right ids, then the right calls of step."""

    def __call__(self, case, got, want):
        if not isinstance(got.value, dict) or not {"but", "step was called with"} & set(got.value):
            return equal()(case, got, want)
        wrong = equal()(case, SimpleNamespace(value=got.value.get("ids")), want)
        if wrong:
            return wrong
        if "but" in got.value:
            modified = "logits" in got.value["but"]
            return Failure(f"property:{'logits modified' if modified else 'same list'}",
                           f"The ids are right, but {got.value['but']}.")
        made = got.value["step was called with"]
        asked = [want.value[:count] for count in range(len(case.args[1]), len(want.value))]
        if len(made) != len(asked):
            kind = "often" if len(made) > len(asked) else "seldom"
            reason = f"step was called {len(made)} times for {len(asked)} new tokens."
        else:
            index = next(index for index, call in enumerate(made) if call != asked[index])
            kind = "shorter" if len(made[index]) < len(asked[index]) else "other"
            reason = f"call {index + 1} of step was given {made[index]}, and all ids so far were {asked[index]}."
        return Failure(f"property:calls of step, {kind}", f"The ids are right, but {reason}")


class _SameSeed(Check):
    def __call__(self, case, got, want):
        if np.array_equal(got.value["first"], got.value["second"]):
            return None
        return Failure("property:same seed", f"Two generators in the same state gave {got.value['first']} and "
                                             f"{got.value['second']}.")


CHECKS = (_Generated(),)


def cases(rng):
    def fresh():
        return Rng(int(rng.integers(2**32)))

    chain = np.array([[0.0, 2.0, 1.0], [1.0, 0.0, 3.0], [2.0, 0.0, 1.0]])
    yield Case("greedy, four tokens", chain, [0], 4, temperature=0)
    yield Case("greedy, negative logits", chain - 5, [1], 3, temperature=0)
    yield Case("greedy, a longer prompt", rng.normal(size=(6, 6)), [3, 0, 5], 5, temperature=0)
    yield Case("greedy, one token", rng.normal(size=(5, 5)), [2, 2], 1, temperature=0)
    # The second largest logit is far enough below for every temperature that follows.
    sure = 100.0 * np.array([[0.0, 2.0, 1.0, 0.0], [1.0, 0.0, 0.0, 3.0], [2.0, 0.0, 1.0, 0.0], [0.0, 0.0, 1.0, 0.0]])
    yield Case("sampled where one is certain", sure, [0], 4, rng=fresh())
    yield Case("by position", sure, [1], 3, None, 0.5, 2, fresh())
    yield Case("thirty tokens", sure, [0, 3], 30, temperature=1.5, rng=fresh()).plain()

    def sampled(name, times, probabilities, prompt, max_new_tokens, near=0.0, size=1.0, **options):
        """Logits with these probabilities at a temperature of that size, each row moved by a constant."""
        table = size * np.log(np.array(probabilities)) + near + rng.normal(size=(len(probabilities), 1))
        return Case(name, table, prompt, max_new_tokens, **options, rng=fresh(), times=times).plain().judged(
            _FollowsTheRule()
        )

    uneven = [[0.31, 0.04, 0.33, 0.32]] * 4
    yield sampled("sampled, one token", 500, uneven, [0], 1)
    two = [[0.6, 0.3, 0.1], [0.1, 0.2, 0.7], [0.2, 0.7, 0.1]]
    yield sampled("sampled, two tokens", 300, two, [0], 2)
    yield sampled("a low temperature", 150, [[0.25, 0.75]] * 2, [1], 1, temperature=0.25)
    yield sampled("a tiny temperature", 150, [[0.25, 0.75]] * 2, [1], 1, size=1e-6, temperature=1e-6)
    yield sampled("a high temperature", 300, [[0.02, 0.98]] * 2, [0], 1, temperature=6.0)

    ties = np.array([[0.0, 5.0, 1.0, 5.0], [7.0, 7.0, 7.0, 7.0], [0.0, 1.0, 2.0, 2.0], [3.0, 1.0, 3.0, 3.0]])
    yield Case("greedy with ties", ties, [0], 3, temperature=0).edge("greedy")
    yield Case("greedy with top_k", ties, [2], 4, temperature=0, top_k=3).edge("greedy")
    yield Case("greedy with a rng", chain, [2], 3, temperature=0.0, rng=fresh()).edge("greedy")
    yield Case("greedy with ties and a rng", ties, [1], 12, temperature=0, rng=fresh()).edge("greedy")
    yield Case("ended by 2", chain, [0], 6, eos=2, temperature=0).edge("end of text")
    yield Case("ended by 0", chain, [1], 6, eos=0, temperature=0).edge("end of text")
    yield Case("ended at once", chain, [0], 5, eos=1, temperature=0).edge("end of text")
    yield Case("eos in the prompt", chain, [2, 0], 5, eos=2, temperature=0).edge("end of text")
    yield Case("eos ends the prompt", chain, [0, 2], 2, eos=2, temperature=0).edge("end of text")
    yield Case("eos as the last token allowed", chain, [0], 2, eos=2, temperature=0).edge("end of text")
    yield Case("sampled and ended", sure, [0], 6, eos=3, rng=fresh()).edge("end of text")
    yield sampled("sampled until 0 or three tokens", 300, two, [1], 3, eos=0).edge("end of text")
    yield Case("no new tokens", chain, [0, 1], 0, temperature=0).edge("no new tokens")
    yield Case("no new tokens, sampled", chain, [2], 0, eos=2, rng=fresh()).edge("no new tokens")
    yield Case("a tuple", chain, (0, 1), 3, temperature=0).edge("prompts")
    yield Case("a tuple, sampled", sure, (3, 0), 3, rng=fresh()).edge("prompts")
    yield Case("a list of four", chain, [0, 1, 2, 2], 2, temperature=0).edge("prompts")
    yield Case("every call of step", rng.permutation(np.arange(25.0)).reshape(5, 5), [4, 1, 0], 4, temperature=0).edge(
        "calls of step"
    )
    yield Case("every call of step, sampled with top_k", sure, [0, 2], 4, top_k=2, rng=fresh()).edge("calls of step")
    yield Case("top_k of 1", chain, [0], 4, top_k=1, rng=fresh()).edge("top_k")
    yield Case("top_k of 1 with ties", ties, [0], 3, top_k=1, rng=fresh()).edge("top_k")
    yield sampled("two of four", 300, [[0.02, 0.1, 0.8, 0.08]] * 4, [0], 1, top_k=2).edge("top_k")
    yield sampled("two of four at a high temperature", 300, [[0.02, 0.08, 0.85, 0.05]] * 4, [0], 1, top_k=2,
                  temperature=6.0).edge("top_k")
    yield sampled("two of four that tie", 100, [[0.1, 0.3, 0.3, 0.3]] * 4, [0], 1, top_k=2).edge("top_k")
    many = [1.0 + rng.integers(0, 4, size=60)] * 60
    yield sampled("twelve of sixty with many ties", 150, many, [7], 1, top_k=12).edge("top_k")
    yield Case("more than there are", sure, [0], 3, top_k=9, rng=fresh()).edge("top_k")
    large = np.array([[-1e4, 0.0, 1e4], [1e4, -1e4, 0.0], [-1e4, 0.0, -1e4]])
    yield Case("logits of ten thousand", large, [0], 4, rng=fresh()).edge("large logits")
    yield Case("divided by a thousandth", large, [1], 4, temperature=1e-3, rng=fresh()).edge("large logits")
    yield Case("with top_k", large, [0], 4, temperature=0.5, top_k=2, rng=fresh()).edge("large logits")
    yield sampled("sampled near 9,000", 150, uneven, [0], 1, near=9e3).edge("large logits")
    yield sampled("sampled near -9,000", 150, uneven, [0], 1, near=-9e3).edge("large logits")
    seed = fresh()
    yield Case("the same seed twice", np.zeros((9, 9)), [0], 20, rng=seed, other_rng=seed).judged(
        _SameSeed()
    ).plain().unreferenced().edge("same seed")


def _softmax(logits):
    exps = np.exp(logits - logits.max())
    return exps / exps.sum()


def _probabilities(logits, temperature, top_k, rule=""):
    """What a token is drawn with, by the rule or by one of its misreadings."""
    logits = np.asarray(logits, dtype=float)
    k = len(logits) if top_k is None else min(top_k, len(logits))
    order = np.argsort(-logits, kind="stable")
    scaled = logits / (temperature or 1.0)
    kept = np.zeros(len(logits), dtype=bool)
    kept[order[:k]] = True
    if rule == "not stable":
        kept = np.zeros(len(logits), dtype=bool)
        kept[np.argsort(-logits)[:k]] = True
    if rule == "greedy":
        return np.eye(len(logits))[np.argmax(logits)]
    if rule == "temperature ignored":
        scaled = logits
    elif rule == "multiplied by the temperature":
        scaled = logits * temperature
    elif rule == "probabilities divided":
        scaled = _softmax(logits) / temperature
    elif rule == "top_k ignored":
        kept[:] = True
    elif rule == "ties kept":
        kept = logits >= logits[order[k - 1]]
    elif rule == "ties to the higher":
        kept = np.zeros(len(logits), dtype=bool)
        kept[np.argsort(logits, kind="stable")[::-1][:k]] = True
    elif rule == "lowest":
        kept = np.zeros(len(logits), dtype=bool)
        kept[np.argsort(logits, kind="stable")[:k]] = True
    elif rule == "places":
        places = np.zeros(len(logits))
        places[:k] = _softmax(scaled[order[:k]])
        return places
    elif rule == "others at zero":
        return _softmax(np.where(kept, scaled, 0.0))
    elif rule == "uniform among the kept":
        return kept / kept.sum()
    elif rule == "uniform":
        return np.full(len(logits), 1 / len(logits))
    return _softmax(np.where(kept, scaled, -np.inf))


MISREADINGS = (
    "greedy", "temperature ignored", "multiplied by the temperature", "probabilities divided", "top_k ignored",
    "ties kept", "ties to the higher", "not stable", "lowest", "places", "others at zero", "uniform among the kept",
    "uniform",
)  # fmt: skip


def _law(case, rule=""):
    """The probability of every continuation."""
    table, prompt, count = case.args
    eos, temperature, top_k = (case.kwargs.get(name) for name in ("eos", "temperature", "top_k"))
    rows = [_probabilities(row, 1.0 if temperature is None else temperature, top_k, rule) for row in table]
    reached, ended = {(): 1.0}, {}
    for _ in range(count):
        longer = {}
        for sequence, probability in reached.items():
            for token in np.flatnonzero(rows[(*prompt, *sequence)[-1]]).tolist():
                place = ended if token == eos else longer
                place[(*sequence, token)] = probability * rows[(*prompt, *sequence)[-1]][token]
        reached = longer
    return reached | ended


def _surprise(counts, expected):
    """The largest N KL(f, P) over all continuations, with the continuation, its count and what it should be."""
    worst = (0.0, (), 1.0)
    total = sum(counts.values())
    for key in {*counts, *expected}:
        f, P = counts.get(key, 0) / total, min(expected.get(key, 0.0), 1.0)
        pairs = [(a, b) for a, b in ((f, P), (1 - f, 1 - P)) if a > 0]
        divergence = sum(a * np.log(a / b) if b > 1e-9 else np.inf for a, b in pairs)
        worst = max(worst, (total * divergence, key, P))
    return worst


class _FollowsTheRule(Check):
    """Fails when continuations do not come out as often as the rule says, and names the misreading that explains it."""

    def __call__(self, case, got, want):
        if isinstance(got.value, dict):
            return Failure("type", "Each call should return a list of ints that begins with the prompt.")
        times = case.kwargs["times"]
        counts = Counter({tuple(key): count for key, count in got.value})
        degree, key, asked = _surprise(counts, _law(case))
        if degree <= 28:
            return None
        known = {name: _surprise(counts, _law(case, name))[0] for name in MISREADINGS}
        name = min(known, key=known.get)
        should = f"it should in {asked:.0%} of them" if asked > 1e-9 else "it never should"
        came = "once" if counts[key] == 1 else f"{counts[key]} times"
        said = f"In {times} calls the new ids {list(key)} came out {came}; {should}."
        return Failure(f"property:{name if known[name] <= 28 else 'the rule'}", said)


def _loop(step, prompt, count, eos, choose, ends=lambda token, eos: eos is not None and token == eos):
    ids = list(prompt)
    for _ in range(count):
        token = int(choose(np.asarray(step(list(ids)))))
        ids.append(token)
        if ends(token, eos):
            break
    return ids


def _draw(probabilities, rng):
    cumulated = np.cumsum(probabilities)
    return min(int(np.searchsorted(cumulated, rng.random() * cumulated[-1], side="right")), len(cumulated) - 1)


@lru_cache(maxsize=2048)
def _ends(logits, temperature, top_k, rule):
    """The cumulated probabilities; mistakes are tried in thousands of calls on the same few rows."""
    return np.cumsum(_probabilities(np.frombuffer(logits), temperature, top_k, rule)).tolist()


def _choose(temperature, top_k, rng, rule=""):
    def choose(logits):
        if temperature == 0:
            return np.argmax(logits)
        ends = _ends(np.array(logits, dtype=float).tobytes(), temperature, top_k, rule)
        return min(bisect_right(ends, rng.random() * ends[-1]), len(ends) - 1)

    return choose


@mistake("You start another generator with a fixed seed, so every call draws the same numbers. Use rng.",
         when=uses("default_rng", "RandomState", "seed"))
def same_numbers_every_time(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, np.random.default_rng(0)))


@mistake("You always take the most likely token. Above temperature 0, draw one with the probabilities of the softmax.",
         when=lacks("default_rng", "RandomState", "seed"))
def always_greedy(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, "greedy"))


@mistake("You ignore the temperature. Divide the logits by it before the softmax.")
def temperature_ignored(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, "temperature ignored"))


@mistake("You multiply the logits by the temperature. Divide by it: a low temperature makes the likely tokens "
         "likelier.")
def multiplied_by_the_temperature(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos,
                 _choose(temperature, top_k, rng, "multiplied by the temperature"))


@mistake("You divide the probabilities by the temperature and take a softmax again. Divide the logits.")
def probabilities_divided(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, "probabilities divided"))


@mistake("You ignore top_k. Only the k largest logits take part in the softmax.")
def top_k_ignored(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, "top_k ignored"))


@mistake("You keep every logit that reaches the k-th largest, so ties let in more than k. Keep exactly k, those with "
         "the lower ids.")
def ties_kept(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, "ties kept"))


@mistake("Of equal logits you keep those with the higher ids, as when an ascending sort is reversed. Sort the negated "
         "logits with kind='stable'.", when=lacks("argpartition", "partition"))
def ties_to_the_higher(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, "ties to the higher"))


@mistake("Your sort is not stable, so among many tokens equal logits lose their order. Pass kind='stable'.",
         when=both(uses("argsort"), lacks("argpartition", "partition")))
def not_stable(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    def choose(logits):
        if temperature == 0:
            return np.argmax(logits)
        kept = np.argsort(-logits)[:top_k]
        return kept[_draw(_softmax(logits[kept] / temperature), rng)]

    return _loop(step, prompt, max_new_tokens, eos, choose)


@mistake("np.argpartition chooses arbitrarily among equal logits. Take the first k of a stable sort of the negated "
         "logits.", when=uses("argpartition"), constants={"form": ("ascending", "negated")})
def partitioned(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None, *, form):
    def choose(logits):
        if temperature == 0:
            return np.argmax(logits)
        kept, k = np.arange(len(logits)), min(top_k or len(logits), len(logits))
        if k < len(logits):
            kept = np.argpartition(logits, -k)[-k:] if form == "ascending" else np.argpartition(-logits, k - 1)[:k]
        return kept[_draw(_softmax(logits[kept] / temperature), rng)]

    return _loop(step, prompt, max_new_tokens, eos, choose)


@mistake("You keep the k smallest logits. Keep the largest.")
def lowest_kept(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, "lowest"))


@mistake("You append the drawn token's place in the sorted order. Append its id: the entry of the sorted ids at that "
         "place.")
def place_instead_of_id(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, "places"))


@mistake("You take small temperatures for 0. Every temperature above 0 samples.",
         constants={"least": (1e-2, 1e-3, 1e-5)})
def small_is_greedy(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None, *, least):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature if temperature >= least else 0, top_k, rng))


@mistake("You set the logits outside top_k to 0, and a logit of 0 has the weight exp(0). Set them to −∞.")
def others_at_zero(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, "others at zero"))


@mistake("You draw with equal chances. Draw with the probabilities of the softmax.",
         constants={"among": ("uniform", "uniform among the kept")})
def equal_chances(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None, *, among):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng, among))


@mistake("You draw from rng at temperature 0, where it may be None. Take the first largest logit in that case.",
         kind="crashed", when=says("'NoneType' object has no attribute"))
def zero_not_handled(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(max(temperature, 1e-8), top_k, rng))


@mistake("You replace a temperature of 0 by a tiny number, so equal largest logits share the draws. Take the first "
         "largest logit in that case.", constants={"least": (1e-8, 1e-6, 1e-10)})
def zero_made_tiny(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None, *, least):
    rng = rng or np.random.default_rng(0)
    return _loop(step, prompt, max_new_tokens, eos, _choose(max(temperature, least), top_k, rng))


@mistake("At temperature 0 you take the last of equal largest logits. Take the first, as np.argmax does.")
def last_maximum(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    def choose(logits):
        if temperature == 0:
            return len(logits) - 1 - np.argmax(logits[::-1])
        return _draw(_probabilities(logits, temperature, top_k), rng)

    return _loop(step, prompt, max_new_tokens, eos, choose)


@mistake("The text does not end at eos in your code. Stop right after that token.")
def eos_ignored(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, None, _choose(temperature, top_k, rng))


@mistake("You leave eos out of the result. It is included where it ends the text.")
def eos_left_out(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids = _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng))
    return ids[:-1] if len(ids) > len(prompt) and eos is not None and ids[-1] == eos else ids


@mistake("An eos of 0 does not end the text in your code, because 0 counts as false. Compare with None: `eos is not "
         "None`.")
def eos_of_zero(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng),
                 lambda token, eos: eos and token == eos)


@mistake("An eos in the prompt ends the text in your code. Only a new token does.",
         constants={"looks_at": ("all ids", "the last id")})
def ended_by_the_prompt(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None, *, looks_at):
    ids, choose = list(prompt), _choose(temperature, top_k, rng)
    while len(ids) < len(prompt) + max_new_tokens and not (
        eos is not None and (eos in ids if looks_at == "all ids" else ids[-1] == eos)
    ):
        ids.append(int(choose(np.asarray(step(list(ids))))))
    return ids


@mistake("max_new_tokens counts the new tokens. You count the prompt's too.")
def length_of_all(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max(max_new_tokens - len(prompt), 0), eos, _choose(temperature, top_k, rng))


@mistake("You generate one token {too}.", constants={"too": ("too many", "too few")})
def off_by_one(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None, *, too):
    count = max_new_tokens + (1 if too == "too many" else -1)
    return _loop(step, prompt, count, eos, _choose(temperature, top_k, rng))


@mistake("You return only the new ids. The result begins with the prompt's.")
def new_ids_alone(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng))[len(prompt) :]


@mistake("You pass step only a part of the ids. Pass it all ids so far, the prompt's and the new ones.",
         kind="property:calls of step, shorter")
def fewer_ids_for_step(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(lambda ids: step(ids[-1:]), prompt, max_new_tokens, eos, _choose(temperature, top_k, rng))


@mistake("You always pass step the prompt. Pass it all ids so far, with the new ones.")
def prompt_alone_for_step(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(lambda ids: step(list(prompt)), prompt, max_new_tokens, eos, _choose(temperature, top_k, rng))


@mistake("You call step more often than once per new token. Call it in the loop, and keep its logits in a variable.",
         kind="property:calls of step, often")
def step_called_twice(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    def twice(ids):
        step(ids)
        return step(ids)

    return _loop(twice, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng))


@mistake("You write into the logits that step returned. They belong to the model: work on a copy.",
         kind="property:logits modified")
def logits_modified(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids = list(prompt)
    for _ in range(max_new_tokens):
        logits = step(list(ids))
        token = int(_choose(temperature, top_k, rng)(np.array(logits)))
        logits[...] = logits - logits.max() - 1.0
        ids.append(token)
        if eos is not None and token == eos:
            break
    return ids


@mistake("You append to the prompt itself, which belongs to the caller. Start from a copy: list(prompt).",
         kind="changed", when=says("second argument"))
def prompt_extended(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids = _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng))
    if isinstance(prompt, list):
        prompt += ids[len(prompt) :]
    return list(ids)


@mistake("Your code needs a list as the prompt, which may be a tuple. Start from list(prompt).", kind="crashed",
         when=says("tuple"))
def prompt_must_be_a_list(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids = prompt + []
    return _loop(step, ids, max_new_tokens, eos, _choose(temperature, top_k, rng))


@mistake("top_k may be larger than the number of tokens, and np.partition fails then. Limit it to V.", kind="crashed",
         when=both(uses("partition", "argpartition"), crashes_over("kth")))
def more_than_there_are(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    def choose(logits):
        if temperature == 0:
            return np.argmax(logits)
        kept = np.arange(len(logits))
        if top_k is not None:
            least = np.partition(logits, -top_k)[-top_k]
            above = np.flatnonzero(logits > least)
            kept = np.concatenate([above, np.flatnonzero(logits == least)[: top_k - len(above)]])
        return kept[_draw(_softmax(logits[kept] / temperature), rng)]

    return _loop(step, prompt, max_new_tokens, eos, choose)


@mistake("exp overflows or underflows on large logits. Subtract the largest before you divide by the temperature.")
def not_shifted(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    def choose(logits):
        if temperature == 0:
            return np.argmax(logits)
        kept = np.argsort(-logits, kind="stable")[:top_k]
        exps = np.exp(logits[kept] / temperature)
        return rng.choice(kept, p=exps / exps.sum())

    return _loop(step, prompt, max_new_tokens, eos, choose)


@mistake("Your draws do not come from rng, so a run cannot be repeated. Use the generator that is passed in.")
def chance_of_its_own(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, np.random.default_rng()))


@mistake("You return an array of floats. Return a list of ints.")
def floats(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    return [float(each) for each in _loop(step, prompt, max_new_tokens, eos, _choose(temperature, top_k, rng))]


@alternative
def by_gumbel_noise(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids, ended = [*prompt], False
    while not ended and len(ids) < len(prompt) + max_new_tokens:
        logits = np.asarray(step(ids), dtype=float)
        if top_k is not None:
            ranks = np.empty(len(logits), dtype=int)
            ranks[np.lexsort((np.arange(len(logits)), -logits))] = np.arange(len(logits))
            logits = np.where(ranks < top_k, logits, -np.inf)
        if temperature > 0:
            logits = logits / temperature + rng.gumbel(size=len(logits))
        ids.append(np.argmax(logits))
        ended = eos is not None and ids[-1] == eos
    return ids


@alternative
def by_cumulated_sums(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    new = []
    for _ in range(max_new_tokens):
        logits = step([*prompt, *new]).tolist()
        order = sorted(range(len(logits)), key=lambda i: -logits[i])
        if temperature == 0:
            new.append(order[0])
        else:
            import math

            order = order[:top_k] if top_k else order
            weights = [math.exp((logits[i] - logits[order[0]]) / temperature) for i in order]
            left = rng.random() * sum(weights)
            for i, weight in zip(order, weights):
                left -= weight
                if left <= 0:
                    break
            new.append(i)
        if new[-1] == eos:
            return [*prompt, *new]
    return [*prompt, *new]


@alternative
def by_choice_over_all(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids = np.array(prompt, dtype=int)
    for _ in range(max_new_tokens):
        logits = np.array(step(ids.tolist()), dtype=np.float64)
        if temperature == 0:
            token = logits.argmax()
        else:
            if top_k is not None:
                logits[np.argsort(-logits, kind="stable")[top_k:]] = -np.inf
            logits = (logits - logits.max()) / temperature
            token = rng.choice(len(logits), p=np.exp(logits) / np.exp(logits).sum())
        ids = np.append(ids, token)
        if eos is not None and token == eos:
            break
    return ids
