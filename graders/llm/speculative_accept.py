"""Speculative decoding: judged by how often each list of tokens comes out.

For given p, q and tokens every possible result has a known probability, under the rule as under each
misreading of it. False alarms: by Chernoff's bound, the frequency f in N calls of an event of probability P has
N KL(f, P) > 28 with probability at most 2 exp(-28). With at most 20 results in a sample and 11 samples in each of
two draws of the cases, that is below 7e-10 in all. A result that is impossible fails at once.
"""

from bisect import bisect_right
from collections import Counter
from functools import lru_cache

import numpy as np

from mlprep.grading.api import Case, Failure, Rng, alternative, equal, holds, lacks, mistake, uses


def cases(rng):
    def fresh():
        return Rng(int(rng.integers(2**32)))

    def law_case(name, times, p, q, tokens):
        """The vocabulary in a random order, so that no token has a fixed meaning."""
        p, q = np.array(p), np.array(q)
        order = rng.permutation(p.shape[1])
        where = np.argsort(order)
        case = Case(name, p[:, order], q[:, order], where[np.array(tokens)], fresh(), times=times)
        return case.judged(FollowsTheRule())

    yield law_case("certainly rejected", 30, [[0.0, 1.0]], [[0.5, 0.5]], [0])
    yield law_case("the third of four certainly rejected", 30,
                   [[0.5, 0.5, 0, 0], [0.25, 0.5, 0.25, 0], [0, 0, 0, 1.0], [1.0, 0, 0, 0]],
                   [[0.25, 0.5, 0.25, 0], [0.5, 0.25, 0, 0.25], [0.5, 0.25, 0, 0.25], [0.5, 0, 0.5, 0]], [0, 1, 1, 0])
    # four tokens to draw from, and their shares of p are far from those of p - q
    yield law_case("one position", 400, [[0.05, 0.35, 0.3, 0.25, 0.05]], [[0.6, 0.3, 0.1, 0, 0]], [0]).plain()
    yield law_case("one position, often accepted", 300, [[0.3, 0.05, 0.05, 0.6]], [[0.4, 0.3, 0.2, 0.1]], [0]).plain()
    yield law_case("two positions", 400, [[0.25, 0.45, 0.1, 0.2], [0.6, 0.05, 0.05, 0.3]],
                   [[0.5, 0.25, 0.2, 0.05], [0.1, 0.1, 0.7, 0.1]], [0, 1]).plain()
    # one token has half of the residual and 18 share the rest: noise that is subtracted, not added, gives it 0.8
    many, half = [0.0, 0.5, *[0.5 / 18] * 18], [1.0, *[0.0] * 19]
    yield law_case("one likely token and many unlikely ones", 250, [many], [half], [0]).plain()
    yield law_case("three positions", 800,
                   [[0.3, 0.1, 0.1, 0.4, 0.1], [0.1, 0.3, 0.4, 0.1, 0.1], [0.5, 0.1, 0.2, 0.1, 0.1]],
                   [[0.5, 0.2, 0.1, 0.1, 0.1], [0.1, 0.5, 0.1, 0.1, 0.2], [0.1, 0.1, 0.5, 0.2, 0.1]],
                   [0, 1, 2]).plain()
    one = np.ones((2, 1))
    yield Case("one position, one token", one[:1], one[:1], np.array([0]), fresh()).judged(equal()).edge("one token")
    yield Case("two positions, one token", one, one, np.array([0, 0]), fresh()).judged(equal()).edge("one token")
    yield law_case("certainly accepted", 30, [[0.0, 1.0]], [[0.5, 0.5]], [1]).edge("all accepted")
    surer = law_case("where the target is surer than the draft", 30, [[0.25, 0.5, 0.25]], [[0.5, 0.25, 0.25]], [1])
    yield surer.edge("all accepted")
    same = rng.dirichlet(np.ones(5), size=3)
    likely = [int(np.argmax(row)) for row in same]
    yield law_case("p equals q", 30, same, same, likely).plain().edge("all accepted")
    yield law_case("the draft proposes what the target rules out", 200,
                   [[0.0, 0.1, 0.3, 0.6]], [[0.4, 0.2, 0.2, 0.2]], [0]).plain().edge("ruled out")
    sure = np.eye(300)[[280]]
    yield Case("certainly rejected, three hundred tokens", sure, np.full((1, 300), 1 / 300), np.array([70]),
               fresh()).judged(equal()).plain().edge("long drafts")
    drafted = np.arange(300) % 2
    yield Case("three hundred certainly accepted", np.eye(2)[drafted], np.full((300, 2), 0.5), drafted,
               fresh()).judged(equal()).plain().edge("long drafts")
    again = fresh()
    repeats = holds("the same state of rng gives the same tokens", lambda case, got, want: got[0] == got[1])
    p, q = rng.dirichlet(np.full(30, 5.0), size=(2, 1))
    yield Case("the same seed twice", p, q, np.array([int(np.argmax(q - p))]), again, again,
               times=40).judged(repeats).plain().unreferenced().edge("same seed")


def probe(module, case):
    """The result of one call; of many calls, how often each list of tokens came out, for each generator."""
    p, q, tokens, *generators = case.args
    times = case.kwargs.get("times")
    if times is None:
        return module.speculative_accept(p, q, tokens, generators[0])
    runs = []
    for rng in generators:
        counts = {}
        for _ in range(times):
            result = module.speculative_accept(p, q, tokens, rng)
            emitted = np.asarray(result)
            if emitted.ndim != 1 or (emitted.size and emitted.dtype.kind not in "iu"):
                return {"result": result}
            key = tuple(emitted.tolist())
            counts[key] = counts.get(key, 0) + 1
        runs.append([[list(key), count] for key, count in counts.items()])
    return runs[0] if len(runs) == 1 else runs


def ratio(p, q, tokens, i):
    t = tokens[i]
    return min(1.0, p[i, t] / q[i, t])


def excess(p, q, tokens, i):
    return np.maximum(p[i] - q[i], 0)


def law(p, q, tokens, chance=ratio, rest=excess, keep=False, after="stop", bonus=None):
    """The probability of every list of tokens, if positions are accepted and tokens drawn like that."""
    reached = Counter()

    def end(sequence, probability):
        reached[sequence] += probability

    def go_on(i, sequence, probability):
        if probability < 1e-12:
            return
        if i == len(tokens):
            for t, share in enumerate(bonus(p, q, tokens, i - 1)) if bonus else ():
                end((*sequence, t), probability * share)
            if bonus is None:
                end(sequence, probability)
            return
        accepted = chance(p, q, tokens, i)
        go_on(i + 1, (*sequence, tokens[i]), probability * accepted)
        probability *= 1 - accepted
        if probability < 1e-12:
            return
        if keep:
            sequence = (*sequence, tokens[i])
        if rest is None:
            end(sequence, probability)
            return
        weights = rest(p, q, tokens, i)
        weights = weights / weights.sum() if weights.sum() > 0 else np.full(p.shape[1], 1 / p.shape[1])
        for t in np.flatnonzero(weights).tolist():
            if after == "test on":
                go_on(i + 1, (*sequence, t), probability * weights[t])
            else:
                end((*sequence, t, *(tokens[i + 1 :] if after == "keep the tail" else ())), probability * weights[t])

    go_on(0, (), 1.0)
    return dict(reached)


def surprise(counts, expected):
    """The largest N KL(f, P) over all results, with the result, its share and what it should be."""
    worst = (0.0, (), 1.0, 1.0)
    total = sum(counts.values())
    for key in {*counts, *expected}:
        f, P = counts.get(key, 0) / total, min(expected.get(key, 0.0), 1.0)
        pairs = [(a, b) for a, b in ((f, P), (1 - f, 1 - P)) if a > 0]
        divergence = sum(a * np.log(a / b) if b > 1e-9 else np.inf for a, b in pairs)
        worst = max(worst, (total * divergence, key, f, P))
    return worst


class FollowsTheRule:
    """Fails when the results are not what the rule makes likely, and names the misreading that explains them."""

    needs = ()

    def __call__(self, case, got, want):
        if isinstance(got.value, dict):
            form = "a list of floats" if _is_floats(got.value["result"]) else "something else"
            return Failure("type", f"Each call should return a list of ints. It returned {form}.")
        times = case.kwargs["times"]
        counts = Counter({tuple(key): count for key, count in got.value})
        degree, key, share, asked = surprise(counts, known_law(case, ""))
        if degree <= 28:
            return None
        known = {name: surprise(counts, known_law(case, name))[0] for name in MISREADINGS}
        name = min(known, key=known.get)
        should = f"by the rule it should in {asked:.0%} of them" if asked > 1e-9 else "by the rule it never does"
        came = "once" if counts[key] == 1 else f"{counts[key]} times"
        said = (f"In {times} calls {list(key)} came out {came}; {should}. "
                f"The drafted tokens were {np.asarray(case.args[2]).tolist()}.")
        return Failure(f"property:{name if known[name] <= 28 else 'the rule'}", said)


def _is_floats(result):
    array = np.asarray(result)
    return array.ndim == 1 and array.dtype.kind == "f"


def known_law(case, misreading):
    p, q, tokens = case.args[:3]
    rows = (np.asarray(each, float).tobytes() for each in (p, q))
    results, ends = laid_out(*rows, tuple(tokens.tolist()), misreading)
    return dict(zip(results, np.diff(ends, prepend=0.0).tolist()))


def target_alone(p, q, tokens, i):
    return p[i, tokens[i]]


def upside_down(p, q, tokens, i):
    return min(1.0, q[i, tokens[i]] / max(p[i, tokens[i]], 1e-300))


def wrong_way(p, q, tokens, i):
    return 1 - ratio(p, q, tokens, i)


def without_chance(p, q, tokens, i):
    return float(p[i, tokens[i]] >= q[i, tokens[i]])


def always(p, q, tokens, i):
    return 1.0


def by_coin(p, q, tokens, i):
    return 0.5


def one_number(p, q, tokens, i):
    """What is left of the chance when the same number has passed all positions before."""
    ratios = [ratio(p, q, tokens, j) for j in range(i + 1)]
    return min(ratios) / min([1.0, *ratios[:-1]]) if min(ratios) > 0 else 0.0


def of_the_product(p, q, tokens, i):
    return min(1.0, float(np.prod([p[j, tokens[j]] / q[j, tokens[j]] for j in range(i + 1)])))


def target(p, q, tokens, i):
    return p[i]


def draft(p, q, tokens, i):
    return q[i]


def size_of_difference(p, q, tokens, i):
    return np.abs(p[i] - q[i])


def other_excess(p, q, tokens, i):
    return np.maximum(q[i] - p[i], 0)


def likeliest(p, q, tokens, i):
    return np.eye(p.shape[1])[np.argmax(p[i] - q[i])]


def any_in_excess(p, q, tokens, i):
    return (p[i] > q[i]).astype(float)


def target_in_excess(p, q, tokens, i):
    return p[i] * (p[i] > q[i])


def target_without_the_token(p, q, tokens, i):
    return p[i] * (np.arange(p.shape[1]) != tokens[i])


def excess_in_row_0(p, q, tokens, i):
    return np.maximum(p[0] - q[0], 0)


def by_the_same_number(p, q, tokens, i):
    """The number that rejected, uniform from the ratio to 1, looked up in the cumulated residual."""
    ends = np.cumsum(excess(p, q, tokens, i) / excess(p, q, tokens, i).sum())
    low = ratio(p, q, tokens, i)
    return np.maximum(ends - np.maximum(np.append(0.0, ends[:-1]), low), 0)


def rest_to_the_last(p, q, tokens, i):
    """A uniform number, looked up in a residual that sums to less than 1."""
    weights = excess(p, q, tokens, i)
    weights[-1] += 1 - weights.sum()
    return weights


MISREADINGS = {
    "target alone": {"chance": target_alone},
    "upside down": {"chance": upside_down},
    "wrong way": {"chance": wrong_way},
    "without chance": {"chance": without_chance},
    "always": {"chance": always},
    "by coin": {"chance": by_coin},
    "one number": {"chance": one_number},
    "of the product": {"chance": of_the_product},
    "target": {"rest": target},
    "draft": {"rest": draft},
    "size of difference": {"rest": size_of_difference},
    "other excess": {"rest": other_excess},
    "likeliest": {"rest": likeliest},
    "any in excess": {"rest": any_in_excess},
    "target in excess": {"rest": target_in_excess},
    "target without the token": {"rest": target_without_the_token},
    "row 0": {"rest": excess_in_row_0},
    "same number": {"rest": by_the_same_number},
    "rest to the last": {"rest": rest_to_the_last},
    "nothing drawn": {"rest": None},
    "rejected kept": {"keep": True},
    "tests on": {"after": "test on"},
    "keeps the tail": {"after": "keep the tail"},
    "bonus": {"bonus": target},
    "bonus of the draft": {"bonus": draft},
}


@lru_cache(maxsize=2048)
def laid_out(p, q, tokens, misreading):
    """All possible results of a misreading, and the cumulated probabilities."""
    shaped = (np.frombuffer(each).reshape(len(tokens), -1) for each in (p, q))
    results = law(*shaped, tokens, **MISREADINGS.get(misreading, {}))
    ends = np.cumsum(list(results.values()))
    return list(results), ends / ends[-1]


class _Drawer:
    """Draws results of a misreading; quick when it is asked about the same arrays again."""

    def __init__(self):
        self.asked = (None, None, "")

    def __call__(self, p, q, tokens, rng, misreading=""):
        if not (self.asked[0] is p and self.asked[1] is q and self.asked[2] == misreading):
            rows = (np.ascontiguousarray(each, float).tobytes() for each in (p, q))
            self.results, ends = laid_out(*rows, tuple(tokens.tolist()), misreading)
            self.ends, self.asked = ends.tolist(), (p, q, misreading)
        return list(self.results[bisect_right(self.ends, rng.random())])


draw = _Drawer()


@mistake("You accept with the target's probability of the token alone. Divide it by the draft's, with which the token "
         "was drawn.")
def accepted_by_the_target_alone(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "target alone")


@mistake("Your ratio is upside down. Accept with probability p / q, target over draft.")
def ratio_upside_down(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "upside down")


@mistake("You accept where you should reject. Keep the token if the uniform number is below p / q.")
def compared_the_wrong_way(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "wrong way")


@mistake("You reject every token whose p is below q. Keep it with probability p / q, by comparing that with a uniform "
         "number.", when=lacks("default_rng", "RandomState", "seed"))
def decided_without_chance(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "without chance")


@mistake("You accept every token. Accept with probability min(1, p / q).")
def everything_accepted(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "always")


@mistake("You accept half of the tokens, for any p and q. Accept with probability min(1, p / q).")
def decided_by_a_coin(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "by coin")


@mistake("You use one uniform number for all positions. Draw a new one for each.")
def one_number_for_all(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "one number")


@mistake("You multiply the ratios of all positions so far. Decide each position by its own ratio.")
def product_of_ratios(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "of the product")


@mistake("After a rejection you draw from p. That gives tokens that the draft proposes often too much weight, so draw "
         "from the positive part of p − q.")
def drawn_from_the_target(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "target")


@mistake("After a rejection you draw from the draft. Draw from the positive part of p − q.")
def drawn_from_the_draft(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "draft")


@mistake("After a rejection you draw from |p − q|. Use only the positive part.")
def drawn_from_the_size(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "size of difference")


@mistake("After a rejection you draw from q − p. Draw from the positive part of p − q, which the draft gives too "
         "little of.")
def drawn_from_the_other_excess(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "other excess")


@mistake("After a rejection you take the token where p − q is largest. Draw one, in proportion to the positive part.")
def likeliest_taken(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "likeliest")


@mistake("After a rejection you draw evenly among the tokens with p > q. Draw in proportion to p − q.")
def drawn_evenly(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "any in excess")


@mistake("After a rejection you draw from p among the tokens with p > q. Draw in proportion to p − q: the draft gives "
         "the rest of their share.")
def drawn_from_the_target_in_excess(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "target in excess")


@mistake("After a rejection you draw from p without the rejected token. Subtract the draft's whole row: draw from the "
         "positive part of p − q.")
def drawn_from_the_others(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "target without the token")


@mistake("You draw the replacement from the residual of position 0. Take the position that was rejected.")
def residual_of_row_0(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "row 0")


@mistake("You use the number that rejected a token again to draw its replacement. It is no longer uniform, so draw "
         "a new one.")
def number_used_twice(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "same number")


@mistake("Your residual does not sum to 1 when you look up a uniform number in it, so the last token gets the rest. "
         "Divide the residual by its sum.")
def last_token_gets_the_rest(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "rest to the last")


@mistake("You stop at a rejection without a replacement. Draw one from the positive part of p − q.")
def nothing_drawn(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "nothing drawn")


@mistake("You emit the rejected token too. Its replacement takes its place.")
def rejected_token_kept(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "rejected kept")


@mistake("You continue after a rejection. Stop there, because the later drafts depend on the rejected token.")
def goes_on_testing(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "tests on")


@mistake("You replace the rejected token and keep all after it. Stop there, because they depend on it.")
def tail_kept(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "keeps the tail")


@mistake("You sample one more token when all are accepted. Return the k tokens alone.")
def bonus_token(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "bonus")


@mistake("You sample one more token from the draft when all are accepted. Return the k tokens alone.")
def bonus_from_the_draft(p, q, tokens, rng):
    return draw(p, q, tokens, rng, "bonus of the draft")


@mistake("Your draws do not come from `rng`, so a run cannot be repeated. Use the generator that is passed in.")
def chance_of_its_own(p, q, tokens, rng):
    return draw(p, q, tokens, np.random.default_rng())


@mistake("You start another generator with a fixed seed, so every call draws the same numbers. Use rng.",
         when=uses("default_rng", "RandomState", "seed"))
def same_numbers_every_time(p, q, tokens, rng):
    return _plain(p, q, tokens, np.random.default_rng(0))


@mistake("The positive part of p − q does not sum to 1. Divide it by its sum before you draw from it.")
def not_normalized(p, q, tokens, rng):
    emitted = []
    for i in range(len(tokens)):
        if rng.random() < p[i, tokens[i]] / q[i, tokens[i]]:
            emitted.append(int(tokens[i]))
        else:
            emitted.append(int(rng.choice(p.shape[1], p=np.maximum(p[i] - q[i], 0))))
            break
    return emitted


@mistake("You write the residual into p, which belongs to the caller. Compute a new array.",
         constants={"converted": (False, True)})
def residual_in_place(p, q, tokens, rng, *, converted):
    emitted = []
    p = np.asarray(p, dtype=np.float64) if converted else p
    for i in range(len(tokens)):
        if rng.random() < p[i, tokens[i]] / q[i, tokens[i]]:
            emitted.append(int(tokens[i]))
        else:
            residual = p[i]
            residual -= q[i]
            residual[residual < 0] = 0
            emitted.append(int(rng.choice(p.shape[1], p=residual / residual.sum())))
            break
    return emitted


@mistake("You subtract the Gumbel noise, whose negative follows another law. Add it to the logarithms.",
         when=uses("gumbel"))
def noise_subtracted(p, q, tokens, rng):
    for i, token in enumerate(tokens.tolist()):
        if rng.random() >= p[i, token] / q[i, token]:
            with np.errstate(divide="ignore"):
                scores = np.log(np.maximum(p[i] - q[i], 0))
            return [*tokens[:i].tolist(), int(np.argmax(scores - rng.gumbel(size=len(scores))))]
    return tokens.tolist()


@mistake("You return the tokens as floats. Return ints.")
def float_tokens(p, q, tokens, rng):
    return [float(token) for token in draw(p, q, tokens, rng)]


def _plain(p, q, tokens, rng):
    for i, token in enumerate(tokens.tolist()):
        if rng.random() >= p[i, token] / q[i, token]:
            residual = np.maximum(p[i] - q[i], 0)
            return [*tokens[:i].tolist(), int(rng.choice(len(residual), p=residual / residual.sum()))]
    return tokens.tolist()


@alternative
def by_cumulated_sums(p, q, tokens, rng):
    i = 0
    while i < len(tokens) and rng.uniform() * q[i][tokens[i]] < p[i][tokens[i]]:
        i += 1
    emitted = tokens[:i]
    if i < len(tokens):
        steps = np.cumsum(np.clip(p[i] - q[i], 0, None))
        token = np.searchsorted(steps, rng.uniform() * steps[-1], side="right")
        emitted = np.append(emitted, token)
    return emitted


@alternative
def with_all_numbers_drawn_at_once(p, q, tokens, rng):
    k = len(tokens)
    ratios = p[np.arange(k), tokens] / q[np.arange(k), tokens]
    rejected = np.flatnonzero(rng.random(k) > np.minimum(ratios, 1))
    if rejected.size == 0:
        return tuple(int(t) for t in tokens)
    i = rejected[0]
    gap = np.where(p[i] > q[i], p[i] - q[i], 0.0).astype(float)
    return [*(int(t) for t in tokens[:i]), rng.multinomial(1, gap / gap.sum()).argmax()]


@alternative
def by_drawing_from_the_target_until_it_fits(p, q, tokens, rng):
    result = []
    for target_row, draft_row, token in zip(p.tolist(), q.tolist(), tokens):
        if rng.binomial(1, min(1.0, target_row[token] / draft_row[token])):
            result.append(token)
            continue
        while True:  # p thinned by max(p - q, 0) / p
            t = int(np.searchsorted(np.cumsum(target_row), rng.random() * sum(target_row), side="right"))
            if rng.random() * target_row[t] < target_row[t] - draft_row[t]:
                return [*result, t]
    return result


EQUIVALENT = {
    "speculative_accept: rng.random() < target[token] / draft[token] -> rng.random() <= target[token] / draft[token] "
    "in `if rng.random() < target[token] / draft[token]`":
        "a uniform number meets the ratio exactly with a chance of 2 to the power of -53",
}
