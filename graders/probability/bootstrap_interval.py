"""The percentile bootstrap: judged by how often each interval comes out, where all of them can be listed.

With few entries and few resamples, every possible interval has a known probability, under the rule as under each
misreading. False alarms: by Chernoff's bound, the frequency f in N calls of an event of probability P has
N KL(f, P) > 30 with probability at most 2 exp(-30). Fewer than 300 results are looked at, in each of two draws of the
cases, so a right solution fails with a chance below 2e-10. An interval that is impossible fails at once.
"""

from collections import Counter
from functools import lru_cache
from itertools import combinations_with_replacement
from math import factorial, log, sqrt
from statistics import NormalDist

import numpy as np

from mlprep.grading.api import Case, Failure, Rng, alternative, close, holds, mistake, uses


def cases(rng):
    def fresh():
        return Rng(int(rng.integers(2**32)))

    def law_case(name, x, level, n_resamples, times):
        x = rng.permutation(np.array(x)) + float(rng.integers(-3, 4))
        return Case(name, x, level, n_resamples, fresh(), times=times).judged(FollowsTheRule()).plain()

    yield law_case("two numbers, two resamples", [0.0, 1.0], 0.5, 2, 100)
    yield law_case("two numbers, three resamples", [0.0, 4.0], 0.8, 3, 100)
    yield law_case("three numbers, three resamples", [0.0, 1.0, 5.0], 0.7, 3, 100)
    yield Case("four equal numbers", np.full(4, 0.25), 0.9, 20, fresh()).judged(close())
    yield Case("one number", np.array([3.5]), 0.95, 10, fresh()).judged(close()).edge("one entry")
    yield law_case("two numbers, one resample", [0.0, 1.0], 0.95, 1, 450).once().edge("one resample")
    yield law_case("three numbers, one resample", [0.0, 1.0, 5.0], 0.9, 1, 60).edge("one resample")
    again = fresh()
    repeats = holds("the same state of rng gives the same interval", lambda case, got, want: got[0] == got[1])
    yield Case("the same seed twice", rng.normal(size=20), 0.9, 15, again, again,
               times=3).judged(repeats).plain().unreferenced().edge("same seed")


def probe(module, case):
    """The result of one call; of many, how often each interval came out, for each generator."""
    x, level, n_resamples, rng, *again = case.args
    times = case.kwargs.get("times")
    if times is None:
        return module.bootstrap_interval(x, level, n_resamples, rng)
    runs = []
    for rng in (rng, *again):
        counts, before = {}, repr(rng.bit_generator.state)
        for _ in range(times):
            result = module.bootstrap_interval(x, level, n_resamples, rng)
            try:
                low, high = result
                key = (round(float(low), 6) + 0.0, round(float(high), 6) + 0.0)
            except (TypeError, ValueError):
                return {"result": result}
            counts[key] = counts.get(key, 0) + 1
        found = [[*key, count] for key, count in sorted(counts.items())]
        runs.append(found if repr(rng.bit_generator.state) != before else {"nothing drawn from rng": found})
    return runs[0] if len(runs) == 1 else runs


def linear(means, q):
    at = q * (len(means) - 1)
    i = min(int(at), len(means) - 1)
    return means[i] + (at - i) * (means[min(i + 1, len(means) - 1)] - means[i])


def at_whole_position(way):
    def quantile(means, q):
        at = q * (len(means) - 1)
        return means[int(at if way == "lower" else -(-at // 1) if way == "higher" else np.round(at))]

    return quantile


def percentiles(means, x, level, quantile=linear):
    return quantile(means, (1 - level) / 2), quantile(means, (1 + level) / 2)


def indexed(means, x, level, less=0):
    """Sorted means at int(q · count)."""
    last = len(means) - 1
    ends = int((1 - level) / 2 * len(means)), int((1 + level) / 2 * len(means)) - less
    return tuple(means[min(max(each, 0), last)] for each in ends)


def not_halved(means, x, level):
    return linear(means, 1 - level), linear(means, level)


def one_tail(means, x, level):
    return linear(means, 1 - level), linear(means, 1.0)


def as_percent(means, x, level):
    return linear(means, (1 - level) / 200), linear(means, (1 + level) / 200)


def reflected(means, x, level):
    low, high = percentiles(means, x, level)
    return 2 * sum(x) / len(x) - high, 2 * sum(x) / len(x) - low


def swapped(means, x, level):
    return percentiles(means, x, level)[::-1]


def of_the_data(means, x, level):
    return percentiles(sorted(x), x, level)


def normal(means, x, level, ddof=0, around="x"):
    center = sum(x) / len(x) if around == "x" else sum(means) / len(means)
    middle = sum(means) / len(means)
    error = sqrt(sum((each - middle) ** 2 for each in means) / max(len(means) - ddof, 1))
    half = NormalDist().inv_cdf((1 + level) / 2) * error
    return center - half, center + half


def textbook(means, x, level):
    middle = sum(x) / len(x)
    error = sqrt(sum((each - middle) ** 2 for each in x) / max(len(x) - 1, 1) / len(x))
    half = NormalDist().inv_cdf((1 + level) / 2) * error
    return middle - half, middle + half


def median(values):
    values = sorted(values)
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2


def average(values):
    return sum(values) / len(values)


class How:
    """One way to compute the interval."""

    def __init__(self, ends=percentiles, statistic=average, size=lambda n, R: n, replace=True,
                 resamples=lambda n, R: R, left_out=0):
        self.ends, self.statistic, self.size = ends, statistic, size
        self.replace, self.resamples, self.left_out = replace, resamples, left_out


SAME = "the chance comes from rng"


MISREADINGS = {
    "lower": How(lambda *args: percentiles(*args, at_whole_position("lower"))),
    "higher": How(lambda *args: percentiles(*args, at_whole_position("higher"))),
    "nearest": How(lambda *args: percentiles(*args, at_whole_position("nearest"))),
    "indexed": How(indexed),
    "indexed less 1": How(lambda *args: indexed(*args, less=1)),
    "not halved": How(not_halved),
    "one tail": How(one_tail),
    "percent": How(as_percent),
    "reflected": How(reflected),
    "swapped": How(swapped),
    "of the data": How(of_the_data),
    "normal": How(normal),
    "normal, ddof": How(lambda *args: normal(*args, ddof=1)),
    "normal, around means": How(lambda *args: normal(*args, around="means")),
    "normal, around means, ddof": How(lambda *args: normal(*args, ddof=1, around="means")),
    "textbook": How(textbook),
    "median": How(statistic=median),
    "sum": How(statistic=sum),
    "without replacement": How(replace=False),
    "one less": How(size=lambda n, R: max(n - 1, 1)),
    "as many as resamples": How(size=lambda n, R: R),
    "one resample": How(resamples=lambda n, R: 1),
    "other axis": How(size=lambda n, R: R, resamples=lambda n, R: n),
    "all drawn values": How(size=lambda n, R: 1, resamples=lambda n, R: n * R),
    "without the last": How(left_out=1),
    "level 0.95": How(lambda means, x, level: percentiles(means, x, 0.95)),
    "level 0.9": How(lambda means, x, level: percentiles(means, x, 0.9)),
}


def statistics_of(how, x, R):
    """The values that the statistic of one resample may have, with their probabilities."""
    found = Counter()
    n, size = len(x), how.size(len(x), R)
    if how.left_out and n > 1:
        x, n = x[:-1], n - 1
    if not how.replace:
        found[round(how.statistic(x), 12)] = 1.0
        return found
    for chosen in combinations_with_replacement(range(n), size):
        ways = factorial(size)
        for i in range(n):
            ways //= factorial(chosen.count(i))
        found[round(how.statistic([x[i] for i in chosen]), 12)] += ways / n**size
    return found


@lru_cache(maxsize=256)
def law(x, level, R, name):
    """The probability of every interval."""
    how = MISREADINGS.get(name, How())
    single = statistics_of(how, x, R)
    intervals = Counter()
    values, drawn = sorted(single), how.resamples(len(x), R)
    for means in combinations_with_replacement(values, drawn):
        ways, probability = factorial(drawn), 1.0
        for value in set(means):
            ways //= factorial(means.count(value))
            probability *= single[value] ** means.count(value)
        low, high = how.ends(means, x, level)
        intervals[round(low, 6) + 0.0, round(high, 6) + 0.0] += ways * probability
    return dict(intervals)


def surprise(counts, expected):
    """The largest N KL(f, P) over all results, with the result, its share and what it should be."""
    total = sum(counts.values())
    for key, count in counts.items():
        if expected.get(key, 0.0) < 1e-12:
            return np.inf, key, count / total, 0.0
    worst = (0.0, (), 1.0, 1.0)
    for key, asked in expected.items():
        f, P = counts.get(key, 0) / total, min(asked, 1.0)
        divergence = sum(a * log(a / b) if b > 1e-12 else np.inf for a, b in ((f, P), (1 - f, 1 - P)) if a > 0)
        worst = max(worst, (total * divergence, key, f, P))
    return worst


class FollowsTheRule:
    """Fails when the intervals are not what the rule makes likely, and names the misreading that explains them."""

    needs = ()

    def __call__(self, case, got, want):
        counts, drawn = got.value, True
        if isinstance(counts, dict):
            counts, drawn = counts.get("nothing drawn from rng"), False
        if not isinstance(counts, list):
            return Failure("type", "Each call should return two numbers, (low, high).")
        x, level, n_resamples = tuple(case.args[0].tolist()), case.args[1], case.args[2]
        counts = Counter({(low, high): count for low, high, count in counts})
        degree, key, share, asked = surprise(counts, law(x, level, n_resamples, ""))
        if degree <= 30:
            return None
        known = {name: surprise(counts, law(x, level, n_resamples, name))[0] for name in MISREADINGS}
        name = min(known, key=known.get)
        if known[name] > 30:
            name = "the rule"
        if not drawn and name not in ("of the data", "textbook"):
            name = SAME
        should = f"by the rule it should in {asked:.0%} of them" if asked > 1e-9 else "by the rule it never does"
        times = "once" if share * case.kwargs["times"] < 1.5 else f"{share * case.kwargs['times']:.0f} times"
        said = f"In {case.kwargs['times']} calls ({key[0]:.6g}, {key[1]:.6g}) came out {times}; {should}."
        return Failure(f"property:{name}", said)


def run(x, level, n_resamples, rng, name=""):
    how = MISREADINGS.get(name, How())
    n, size = len(x), how.size(len(x), n_resamples)
    count = how.resamples(n, n_resamples)
    if how.replace:
        drawn = rng.integers(max(n - how.left_out, 1), size=(count, size))
    else:
        drawn = np.tile(rng.permutation(n), (count, 1))
    means = sorted(map(how.statistic, x[drawn].tolist()))
    return how.ends(means, x.tolist(), level)


@mistake("Your quantiles are not at position q · (n_resamples − 1), linear between neighbors. np.quantile does that by "
         "default.", constants={"name": ("lower", "higher", "nearest", "indexed", "indexed less 1")})
def not_interpolated(x, level, n_resamples, rng, *, name):
    return run(x, level, n_resamples, rng, name)


@mistake("You leave out 1 − level on each side. Leave out half of it: (1 − level) / 2.")
def level_not_halved(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "not halved")


@mistake("You leave out 1 − level at the low end and nothing at the high end. Leave out (1 − level) / 2 at both.")
def one_sided(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "one tail")


@mistake("You pass fractions where percentages are asked for. np.percentile takes 0 to 100, np.quantile 0 to 1.",
         when=uses("np.percentile", "percentile", "nanpercentile"))
def fractions_as_percent(x, level, n_resamples, rng):
    means = np.mean(x[rng.integers(len(x), size=(n_resamples, len(x)))], axis=1)
    return np.percentile(means, (1 - level) / 2), np.percentile(means, (1 + level) / 2)


@mistake("You reflect the quantiles about the mean, as the basic bootstrap does. Return the quantiles themselves.")
def basic_bootstrap(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "reflected")


@mistake("You return the high end first. The order is (low, high).")
def high_first(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "swapped")


@mistake("You take quantiles of x itself. Take them of the means of the resamples.")
def quantiles_of_the_data(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "of the data")


@mistake("You take a multiple of a standard error around a mean, as for a normal distribution. Take quantiles of the "
         "means.", constants={"name": ("normal", "normal, ddof", "normal, around means", "normal, around means, ddof",
                                       "textbook")})
def normal_interval(x, level, n_resamples, rng, *, name):
    return run(x, level, n_resamples, rng, name)


@mistake("You take the median of each resample. Take its mean.")
def medians(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "median")


@mistake("You take the sum of each resample. Take its mean.")
def sums(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "sum")


@mistake("You draw without replacement, so every resample is x in another order. Draw with replacement.")
def without_replacement(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "without replacement")


@mistake("Your resamples have one entry fewer than x. Draw len(x) entries.")
def one_entry_less(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "one less")


@mistake("Your resamples have n_resamples entries. Each has len(x) entries, and there are n_resamples of them.")
def sizes_swapped(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "as many as resamples")


@mistake("You take the mean over the resamples for each place. Take the mean of each resample, over its n entries.")
def other_axis(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "other axis")


@mistake("You take quantiles of all drawn entries. Take the mean of each resample first.")
def quantiles_of_entries(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "all drawn values")


@mistake("You never draw the last entry of x. The upper end of rng.integers is excluded already.")
def last_entry_never_drawn(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "without the last")


@mistake("Your result does not depend on level. Use the argument.", constants={"name": ("level 0.95", "level 0.9")})
def level_ignored(x, level, n_resamples, rng, *, name):
    return run(x, level, n_resamples, rng, name)


@mistake("You draw nothing from the rng that is passed in. All chance should come from it.",
         kind=f"property:{SAME}")
def own_seed(x, level, n_resamples, rng):
    return run(x, level, n_resamples, np.random.default_rng(0))


@mistake("All your resamples are the same. Draw each one separately.")
def one_resample_for_all(x, level, n_resamples, rng):
    return run(x, level, n_resamples, rng, "one resample")


@mistake("The same state of rng does not give the same interval. All chance should come from the rng that is passed "
         "in.",
         kind="property:the same state of rng gives the same interval")
def own_generator(x, level, n_resamples, rng):
    return run(x, level, n_resamples, np.random.default_rng())


@alternative
def in_a_loop(x, level, n_resamples, rng):
    means = []
    for _ in range(n_resamples):
        resample = rng.choice(x, size=len(x), replace=True)
        means.append(resample.sum() / len(x))
    tail = 100 * (1 - level) / 2
    return np.percentile(means, tail), np.percentile(means, 100 - tail)


@alternative
def by_counts(x, level, n_resamples, rng):
    n = len(x)
    counts = rng.multinomial(n, np.full(n, 1 / n), size=n_resamples)
    means = np.sort(counts @ np.asarray(x, float) / n)
    ends = []
    for q in ((1 - level) / 2, (1 + level) / 2):
        i, rest = divmod(q * (n_resamples - 1), 1)
        above = min(int(i) + 1, n_resamples - 1)
        ends.append((1 - rest) * means[int(i)] + rest * means[above])
    return ends


@alternative
def by_uniform_numbers(x, level, n_resamples, rng):
    drawn = x[(rng.random((len(x), n_resamples)) * len(x)).astype(int)]
    return tuple(np.quantile(drawn.mean(axis=0), 0.5 + level / 2 * np.array([-1, 1])))
