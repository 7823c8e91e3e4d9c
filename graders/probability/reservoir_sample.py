"""Reservoir sampling: judged by how often each set of places comes out, by what is held, and by what is returned.

For n items and k places every set has a known probability, under the rule as under each misreading. False alarms: by
Chernoff's bound, the frequency f in N calls of an event of probability P has N KL(f, P) > 28 with probability at most
2 exp(-28). There are 3 + 10 + 4 + 6 sets, in each of two draws of the cases, so a right solution fails with a chance
below 1e-10.
"""

from collections import Counter
from functools import lru_cache
from math import log

from mlprep.grading.api import Case, Failure, Rng, alternative, holds, loops, max_peak_bytes, mistake, says

FEW = max_peak_bytes(2 * 2**20)


def cases(rng):
    def fresh():
        return Rng(int(rng.integers(2**32)))

    def law_case(n, k, times, **more):
        return Case(f"{k} of {n}", n, k, fresh(), times=times, **more).judged(Fair())

    yield law_case(5, 2, 800)
    yield law_case(4, 3, 400)
    yield Case("10 of 500", 500, 10, fresh()).judged(Whole())
    yield Case("3 of 3", 3, 3, fresh()).judged(Whole()).edge("short streams")
    yield Case("5 of 2", 2, 5, fresh()).judged(Whole()).edge("short streams")
    yield Case("1 of 0", 0, 1, fresh()).judged(Whole()).edge("short streams")
    yield law_case(3, 1, 800).edge("one place")
    yield Case("1 of 1", 1, 1, fresh()).judged(Whole()).edge("one place")
    lists = Case("4 of 30 equal lists", 30, 4, fresh(), items="equal lists").judged(Whole())
    yield lists.edge("any items")
    equal = Case("2 of 4 equal lists", 4, 2, fresh(), times=300, items="equal lists").judged(Fair())
    yield equal.edge("any items")
    long = Case("5 of 5,000 items of 4 kB", 5000, 5, fresh(), items="of 4 kB").judged(Whole(), FEW).once()
    yield long.edge("memory")
    again = fresh()
    repeats = holds("the same state of rng gives the same sample", lambda case, got, want: got[0] == got[1])
    yield Case("the same seed twice", 40, 6, again, again).judged(repeats).unreferenced().edge("same seed")


def probe(module, case):
    """The places in the stream of what was returned; of many calls, how often each set of places came out."""
    n_items, k, rng, *again = case.args
    times, kind = case.kwargs.get("times"), case.kwargs.get("items")

    class Item:
        pass

    def stream(seen):
        for place in range(n_items):
            if kind == "of 4 kB":
                yield place.to_bytes(4, "big") * 1024
                continue
            item = [0] if kind == "equal lists" else Item()
            seen.append(item)
            yield item

    def places(rng):
        seen = []
        result = module.reservoir_sample(stream(seen), k, rng)
        if not isinstance(result, (list, tuple)):
            return type(result).__name__
        if kind == "of 4 kB":
            return [int.from_bytes(each[:4], "big") if isinstance(each, bytes) else -1 for each in result]
        return [next((place for place, item in enumerate(seen) if item is each), -1) for each in result]

    if times is None:
        return [places(rng), *map(places, again)] if again else places(rng)
    counts, before = {}, repr(rng.bit_generator.state)
    for _ in range(times):
        found = places(rng)
        if isinstance(found, str) or len(found) != min(k, n_items) or len(set(found)) < len(found) or -1 in found:
            return found
        key = tuple(sorted(found))
        counts[key] = counts.get(key, 0) + 1
    found = {"counts": [[list(key), count] for key, count in sorted(counts.items())]}
    return found if repr(rng.bit_generator.state) != before else {**found, "rng": "nothing drawn"}


class Whole:
    """Fails when what came back are not k different places of the stream."""

    needs = ()

    def __call__(self, case, got, want):
        n, k = case.args[:2]
        found, right = got.value, min(case.args[:2])
        if isinstance(found, str):
            return Failure("type", f"The result is of type {found}. A list is expected.")
        if -1 in found:
            return Failure("property:items of the stream", "The result has an item that is not in the stream.")
        if len(found) != right:
            kind = "nothing came back" if not found else "as many items as asked for"
            count = f"{len(found)} items" if len(found) != 1 else "1 item"
            said = f"{count} came back for k = {k} and a stream of {n}. It should be {right}."
            return Failure(f"property:{kind}", said)
        if len(set(found)) < len(found):
            return Failure("property:different places", "The result holds one item of the stream twice.")
        return None


class Fair:
    """Fails when some set of places comes out too often or too rarely, and names the misreading that explains it."""

    needs = ()

    def __call__(self, case, got, want):
        if not isinstance(got.value, dict):
            return Whole()(case, got, want) or Failure("type", "Each call should return a list of k items.")
        n, k = case.args[:2]
        counts = {tuple(key): count for key, count in got.value["counts"]}
        degree, key, share, asked = surprise(counts, law(n, k, ""))
        if degree <= 28:
            return None
        known = {name: surprise(counts, law(n, k, name))[0] for name in RULES if name}
        name = min(known, key=known.get)
        name = name if known[name] <= 28 else "the rule"
        if "rng" in got.value:
            name = "the chance comes from rng"
        times = case.kwargs["times"]
        came = f"In {times} calls the places {list(key)} came out {share * times:.0f} times"
        said = f"{came}; about {asked * times:.0f} are fair."
        return Failure(f"property:{name}", said)


def each_slot(chance):
    """A rule that gives each of the k places this chance to be overwritten by the item at position i."""
    return lambda i, k: [chance(i, k)] * k


RULES = {
    "": each_slot(lambda i, k: 1 / (i + 1)),
    "upper end excluded": each_slot(lambda i, k: 1 / i),
    "one more": each_slot(lambda i, k: 1 / (i + 2)),
    "always": each_slot(lambda i, k: 1 / k),
    "half": each_slot(lambda i, k: 0.5 / k),
    "same chance": each_slot(lambda i, k: 1 / (k + 1)),
    "1 over count": each_slot(lambda i, k: 1 / (i + 1) / k),
    "count of later items": each_slot(lambda i, k: min(1.0, k / (i - k + 1)) / k),
    "first place": lambda i, k: [k / (i + 1)] + [0.0] * (k - 1),
    "last place": lambda i, k: [0.0] * (k - 1) + [k / (i + 1)],
    "oldest": lambda i, k: [k / (i + 1)] + [0.0] * (k - 1),
    "not the first place": lambda i, k: [0.0] + [1 / (i + 1)] * (k - 1),
    "first": each_slot(lambda i, k: 0.0),
    "last": lambda i, k: [float(i % k == j) for j in range(k)],
}


@lru_cache(maxsize=256)
def law(n, k, name):
    """The probability of every set of places."""
    states = {tuple(range(min(n, k))): 1.0}
    for i in range(k, n):
        later = Counter()
        for slots, probability in states.items():
            chances = RULES[name](i, k)
            later[slots] += probability * (1 - sum(chances))
            for j, chance in enumerate(chances):
                kept = (*slots[1:], i) if name == "oldest" else (*slots[:j], i, *slots[j + 1 :])
                later[kept] += probability * chance
        states = later
    sets = Counter()
    for slots, probability in states.items():
        sets[tuple(sorted(slots))] += probability
    return dict(sets)


def surprise(counts, expected):
    """The largest N KL(f, P) over all sets, with the set, its share and what it should be."""
    worst, total = (0.0, (), 1.0, 1.0), sum(counts.values())
    for key in {*counts, *expected}:
        f, P = counts.get(key, 0) / total, min(expected.get(key, 0.0), 1.0)
        divergence = sum(a * log(a / b) if b > 1e-9 else float("inf") for a, b in ((f, P), (1 - f, 1 - P)) if a > 0)
        worst = max(worst, (total * divergence, key, f, P))
    return worst


def run(stream, k, rng, name=""):
    sample = []
    for i, item in enumerate(stream):
        if i < k:
            sample.append(item)
            continue
        u = rng.random()
        for j, chance in enumerate(RULES[name](i, k)):
            u -= chance
            if u < 0:
                sample[j] = item
                if name == "oldest":
                    sample.append(sample.pop(0))
                break
    return sample


@mistake("The item at position i (from 0) gets in with the chance k / i. It should be k / (i + 1): if you draw a "
         "random integer, let it go from 0 to i with both ends included. rng.integers excludes its upper end.")
def upper_end_excluded(stream, k, rng):
    return run(stream, k, rng, "upper end excluded")


@mistake("Later items come in too rarely. The item at position i (from 0) gets in with the chance k / (i + 1), not k / "
         "(i + 2).")
def one_more(stream, k, rng):
    return run(stream, k, rng, "one more")


@mistake("Every later item gets in. The one at position i (from 0) gets in with the chance k / (i + 1).")
def always_replaced(stream, k, rng):
    return run(stream, k, rng, "always")


@mistake("Each later item gets in with the chance 1/2. At position i (from 0), the chance is k / (i + 1).")
def by_a_coin(stream, k, rng):
    return run(stream, k, rng, "half")


@mistake("Every later item gets in with the chance k / (k + 1). The chance must fall with the number of items: at "
         "position i (from 0) it is k / (i + 1).")
def same_chance(stream, k, rng):
    return run(stream, k, rng, "same chance")


@mistake("The item at position i (from 0) gets in with the chance 1 / (i + 1). With k places it is k / (i + 1).")
def chance_without_k(stream, k, rng):
    return run(stream, k, rng, "1 over count")


@mistake("You count positions from the first item that does not fit. Count all items of the stream.")
def later_items_counted(stream, k, rng):
    return run(stream, k, rng, "count of later items")


@mistake("A new item replaces the one at a fixed place, or the oldest one. Replace one of the k at random.",
         constants={"name": ("first place", "last place", "oldest")})
def one_place_replaced(stream, k, rng, *, name):
    return run(stream, k, rng, name)


@mistake("The first of your k places is never overwritten, as when the random integer starts at 1. Let it start at 0.")
def first_place_kept(stream, k, rng):
    return run(stream, k, rng, "not the first place")


@mistake("Your result holds something that is not in the stream, such as None where the stream is short.",
         kind="property:items of the stream")
def padded(stream, k, rng):
    sample = run(stream, k, rng)
    return sample + [None] * (k - len(sample))


@mistake("You return the first k items. Later ones must be as likely.")
def first_items(stream, k, rng):
    return run(stream, k, rng, "first")


@mistake("You return the last k items. Earlier ones must be as likely.")
def last_items(stream, k, rng):
    return run(stream, k, rng, "last")


@mistake("Your sample may hold one place of the stream twice, as when every place is drawn by itself. Draw without "
         "replacement.", kind="property:different places")
def with_replacement(stream, k, rng):
    sample = []
    for i, item in enumerate(stream):
        if i == 0:
            sample = [item] * k
        else:
            sample = [item if rng.random() < 1 / (i + 1) else each for each in sample]
    return sample


@mistake("You draw nothing from the rng that is passed in. All chance should come from it.",
         kind="property:the chance comes from rng")
def own_seed(stream, k, rng):
    import random

    own = random.Random(0)
    sample = []
    for i, item in enumerate(stream):
        j = own.randint(0, i)
        if i < k:
            sample.append(item)
        elif j < k:
            sample[j] = item
    return sample


@mistake("The same state of rng does not give the same sample. All chance should come from the rng that is passed in.",
         kind="property:the same state of rng gives the same sample")
def own_generator(stream, k, rng):
    import random

    sample = []
    for i, item in enumerate(stream):
        j = random.randint(0, i)
        if i < k:
            sample.append(item)
        elif j < k:
            sample[j] = item
    rng.random()
    return sample


@mistake("You hold far more than k items at once, as list(stream) does. Keep k of them, and decide on each item as it "
         "comes.", kind="memory")
def whole_stream_held(stream, k, rng):
    items = list(stream)
    return [items[i] for i in rng.permutation(len(items))[:k]]


@mistake("You ask the stream for its length, but an iterator has none. Decide on each item as it comes.",
         kind="crashed",
         when=says("has no len"))
def length_asked(stream, k, rng):
    return [next(stream) for _ in range(len(stream))][:k]


@mistake("You index the stream, but an iterator has no index. Go through it with a loop.", kind="crashed",
         when=says("not subscriptable"))
def stream_indexed(stream, k, rng):
    return [stream[i] for i in range(k)]


@mistake("Items may be unhashable, so they cannot be in a set or be the keys of a dict. Use their places.",
         kind="crashed", when=says("unhashable"))
def hashed(stream, k, rng):
    sample = run(stream, k, rng)
    return sample if len(set(sample)) == len(sample) else sample[:k]


@mistake("You treat equal items as one. Two places of the stream are two items, even if the items are equal.",
         kind="property:as many items as asked for")
def equal_items_merged(stream, k, rng):
    sample = []
    for item in run(stream, k, rng):
        if item not in sample:
            sample.append(item)
    return sample


@mistake("Nothing came back. An iterator can be read only once: after a first pass, such as one that counts the items, "
         "it is empty.", kind="property:nothing came back", when=loops())
def second_pass(stream, k, rng):
    n = sum(1 for _ in stream)
    chosen = set(rng.permutation(n)[:k].tolist())
    return [item for i, item in enumerate(stream) if i in chosen]


@mistake("Your loop stops with StopIteration where the stream has fewer than k items. Return those that there are.",
         kind="crashed", when=says("StopIteration"))
def first_k_without_a_check(stream, k, rng):
    sample = []
    for _ in range(k):
        sample.append(next(stream))
    for i, item in enumerate(stream, k):
        j = rng.integers(i + 1)
        if j < k:
            sample[j] = item
    return sample


@alternative
def by_random_keys(stream, k, rng):
    import heapq

    heap = []
    for i, item in enumerate(stream):
        entry = (rng.random(), i, item)
        if len(heap) < k:
            heapq.heappush(heap, entry)
        elif entry[0] > heap[0][0]:
            heapq.heapreplace(heap, entry)
    return [item for _, _, item in heap]


@alternative
def by_skipping(stream, k, rng):
    from itertools import islice
    from math import exp

    sample = list(islice(stream, k))
    if len(sample) < k:
        return sample
    w = exp(log(rng.random()) / k)
    while True:
        skip = int(log(rng.random()) / log(1 - w))
        try:
            item = next(islice(stream, skip, None))
        except StopIteration:
            return sample
        sample[int(rng.integers(k))] = item
        w *= exp(log(rng.random()) / k)


@alternative
def by_two_numbers(stream, k, rng):
    sample, count = [], 0
    while (item := next(stream, stream)) is not stream:
        count += 1
        if len(sample) < k:
            sample.insert(int(rng.integers(count)), item)
        elif rng.random() * count < k:
            sample.pop(int(rng.random() * k))
            sample.append(item)
    return tuple(sample)
