"""BPE training: weighted counts of every position, ties by tuple, merges from the left, an early stop."""

from collections import Counter

from mlprep.grading.api import Case, alternative, equal, mistake

CHECKS = (equal(),)


def cases(rng):
    yield Case("one pair", {"ab": 1}, 1)
    yield Case("two words", {"ab": 1, "cd": 2}, 1)
    yield Case("the same words with other counts", {"ab": 2, "cd": 1}, 1)
    yield Case("no pairs at all", {"a": 5, "b": 3}, 2)
    yield Case("more merges than there are pairs", {"abc": 1}, 9)
    yield Case("a tie", {"ba": 1, "ab": 1}, 1)
    yield Case("one frequent word against two rare ones", {"cd": 1, "cde": 1, "ab": 5}, 2)
    yield Case("a pair that stands in a word three times", {"cd": 2, "ababab": 1}, 1)
    yield Case("overlapping pairs", {"bc": 2, "zzzz": 1}, 2)
    yield Case("three of a kind", {"aaa": 2}, 5)
    yield Case("five of a kind and an end", {"aaaaab": 1, "aab": 1}, 6)
    yield Case("a pair that shows only after a merge", {"abc": 2, "abd": 1, "bc": 1}, 3)
    yield Case("a tie between tokens of unequal length", {"bc": 20, "ab": 9, "abc": 2, "aba": 2}, 4)
    yield Case("a token that ends like the pair", {"xa": 5, "ab": 3, "xab": 1}, 4)
    yield Case("punctuation", {"a.b": 3, "acb": 2, "c++": 4, "(a|b)": 1}, 6)
    yield Case("capitals and accents", {"naïve": 2, "Née": 2, "née": 1, "Ab": 2}, 8)
    words = {"ab": 20, "abc": 8, "xbc": 21, "wabcd": 4, "wbc": 1, "zabcd": 4, "aabcd": 3, "dabcd": 5, "xy": 6}
    yield Case("one token that comes about in two ways", words, 8)
    yield Case("the textbook corpus", {"low": 5, "lower": 2, "newest": 6, "widest": 3}, 10)
    yield Case("counts above 255", {"cd": 200, "ab": 300}, 1)
    yield Case("three hundred characters", {"abc" * 100: 1, "ca": 99, "bb": 2}, 4)
    letters = "qponmlkjihgfedcbar"
    yield Case("324 words", {x + y: 1 + (y == "c") for x in letters for y in letters}, 2)
    for letters, merges in (("ab", 8), ("abc", 12), ("abc", 5), ("abcd", 25)):
        words = {}
        for size in rng.integers(1, 9, size=7):
            words["".join(rng.choice(list(letters), size=size).tolist())] = int(rng.integers(1, 6))
        yield Case(f"random words of {letters}", words, merges)


def _positions(parts):
    return list(zip(parts, parts[1:]))


def _glue(parts, pair):
    out, i = [], 0
    while i < len(parts):
        step = 2 if tuple(parts[i : i + 2]) == pair else 1
        out.append("".join(parts[i : i + step]))
        i += step
    return out


def _smallest(counts):
    return min(counts, key=lambda pair: (-counts[pair], pair))


def _train(words, n_merges, positions=_positions, glue=_glue, choose=_smallest, weigh=True, start=list, least=1):
    tokens = [(start(word), count if weigh else 1) for word, count in words.items()]
    merges = []
    while len(merges) < n_merges:
        counts = Counter()
        for parts, count in tokens:
            for pair in positions(parts):
                counts[pair] += count
        if not counts or max(counts.values()) < least:
            break
        best = choose(counts)
        merges.append(best)
        tokens = [(glue(parts, best), count) for parts, count in tokens]
    return merges


@mistake("You count a pair once for each word that is listed. A word that occurs five times counts five "
         "times: add the word's count.")
def word_counts_ignored(words, n_merges):
    return _train(words, n_merges, weigh=False)


@mistake("You count a pair at most once in a word. It counts at every adjacent position where it stands.")
def once_in_a_word(words, n_merges):
    return _train(words, n_merges, positions=lambda parts: set(_positions(parts)))


@mistake("You leave out positions that overlap: \"zzzz\" holds the pair z, z at three positions, not at "
         "two.")
def overlaps_left_out(words, n_merges):
    def apart(parts):
        found, last = [], {}
        for i, pair in enumerate(_positions(parts)):
            if pair[0] != pair[1] or last.get(pair) != i - 1:
                found.append(pair)
                last[pair] = i
        return found

    return _train(words, n_merges, positions=apart)


@mistake("Among equal counts you take the pair that was met first; the task asks for the lexicographically "
         "smaller tuple.")
def ties_to_the_first_met(words, n_merges):
    return _train(words, n_merges, choose=lambda counts: max(counts, key=counts.get))


@mistake("Among equal counts you take the larger tuple, as max over (count, pair) does. The smaller one is "
         "asked for: order by (−count, pair).")
def ties_to_the_larger(words, n_merges):
    return _train(words, n_merges, choose=lambda counts: max(counts, key=lambda pair: (counts[pair], pair)))


@mistake("You settle ties by the glued string. Tuples are compared element by element: (\"a\", \"bc\") "
         "comes before (\"ab\", \"a\").")
def ties_by_the_glued_string(words, n_merges):
    return _train(words, n_merges, choose=lambda counts: min(counts, key=lambda pair: (-counts[pair], "".join(pair))))


@mistake("You count the pairs once, at the start. A merge makes new pairs and takes others away: count "
         "again before each merge.")
def never_counted_again(words, n_merges):
    counts = Counter()
    for word, count in words.items():
        for pair in _positions(word):
            counts[pair] += count
    return sorted(counts, key=lambda pair: (-counts[pair], pair))[:n_merges]


@mistake("You merge from the right: \"aaa\" must become aa, a, not a, aa.")
def merged_from_the_right(words, n_merges):
    def glue(parts, pair):
        return [token[::-1] for token in _glue([p[::-1] for p in parts[::-1]], (pair[1][::-1], pair[0][::-1]))][::-1]

    return _train(words, n_merges, glue=glue)


@mistake("You merge only the first place in each word; every occurrence of the pair is merged.")
def only_the_first_place(words, n_merges):
    def glue(parts, pair):
        places = _positions(parts)
        if pair not in places:
            return parts
        i = places.index(pair)
        return [*parts[:i], "".join(pair), *parts[i + 2 :]]

    return _train(words, n_merges, glue=glue)


@mistake("You merge by replacing text, so a token that merely ends like the pair's first (or begins like "
         "its second) is merged as well. Compare whole tokens.")
def merged_by_replacing_text(words, n_merges):
    def glue(parts, pair):
        return " ".join(parts).replace(" ".join(pair), "".join(pair)).split(" ")

    return _train(words, n_merges, glue=glue)


@mistake("You run the words together, so pairs reach from the end of one word to the start of the next. "
         "Each word stands alone.")
def across_words(words, n_merges):
    text = [letter for word, count in words.items() for letter in word * count]
    merges = []
    while len(merges) < n_merges and len(text) > 1:
        merges.append(_smallest(Counter(_positions(text))))
        text = _glue(text, merges[-1])
    return merges


@mistake("You stop when the best pair occurs only once. The task stops only when no pair is left.")
def stopped_at_one(words, n_merges):
    return _train(words, n_merges, least=2)


@mistake("You add an end-of-word mark. Here words are just their characters.")
def marked_ends(words, n_merges):
    return _train(words, n_merges, start=lambda word: [*word, "</w>"])


@mistake("You ask for a winner when no pair is left. Stop early, and return the merges so far.")
def no_early_stop(words, n_merges):
    tokens, merges = {word: list(word) for word in words}, []
    for _ in range(n_merges):
        counts = Counter()
        for word, parts in tokens.items():
            for pair in _positions(parts):
                counts[pair] += words[word]
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        merges.append(best)
        tokens = {word: _glue(parts, best) for word, parts in tokens.items()}
    return merges


@mistake("You return the glued tokens. The task asks for the merged pairs: tuples of the two strings.")
def glued_strings(words, n_merges):
    return ["".join(pair) for pair in _train(words, n_merges)]


@alternative
def by_sorting(words, n_merges):
    corpus = {tuple(word): count for word, count in words.items()}
    learnt = []
    while len(learnt) < n_merges:
        counts = {}
        for parts, count in corpus.items():
            for i in range(len(parts) - 1):
                counts[parts[i], parts[i + 1]] = counts.get((parts[i], parts[i + 1]), 0) + count
        if counts == {}:
            return learnt
        best, _ = sorted(sorted(counts.items()), key=lambda item: item[1], reverse=True)[0]
        learnt.append(list(best))
        corpus = {tuple(_glue(list(parts), best)): count for parts, count in corpus.items()}
    return learnt


@alternative
def by_regular_expression(words, n_merges):
    import re

    spaced = {word: "\0".join(word) for word in words}
    merges = []
    for _ in range(n_merges):
        pairs = [(pair, words[word]) for word, text in spaced.items() for pair in _positions(text.split("\0"))]
        totals = {pair: sum(count for other, count in pairs if other == pair) for pair, _ in pairs}
        if not totals:
            break
        largest = max(totals.values())
        merges.append(min(pair for pair in totals if totals[pair] == largest))
        pattern = re.compile("(?<![^\0])" + re.escape("\0".join(merges[-1])) + "(?![^\0])")
        glued = "".join(merges[-1])
        spaced = {word: pattern.sub(lambda _: glued, text) for word, text in spaced.items()}
    return tuple(merges)
