"""BPE training: weighted counts of every position, ties by tuple, merges from the left, an early stop."""

from collections import Counter

from mlprep.grading.api import Case, alternative, both, equal, lacks, mistake, uses

CHECKS = (equal(),)


def cases(rng):
    yield Case("one pair", {"ab": 2}, 1)
    yield Case("two words", {"ab": 2, "cd": 3}, 1)
    yield Case("the same words with other counts", {"ab": 3, "cd": 2}, 1)
    yield Case("one frequent word against two rare ones", {"cd": 1, "cde": 1, "ab": 5}, 2)
    yield Case("a pair that stands in a word three times", {"cd": 2, "ababab": 1}, 1)
    yield Case("a pair that shows only after a merge", {"abc": 3, "abd": 2, "bc": 1}, 3)
    yield Case("a token that ends like the pair", {"xa": 5, "ab": 4, "xab": 2}, 3)
    words = {"ab": 20, "abc": 8, "xbc": 21, "wabcd": 4, "wbc": 1, "zabcd": 4, "aabcd": 3, "dabcd": 5, "xy": 6}
    yield Case("one token that comes about in two ways", words, 5)
    yield Case("counts above 255", {"cd": 200, "ab": 300}, 1)
    yield Case("three hundred characters", {"abc" * 100: 1, "ca": 99, "bc": 1, "bca": 1}, 2)
    for letters, merges in (("abcd", 3), ("abcde", 4), ("bcdefg", 5)):
        yield Case(f"random words of {letters}", _decided(rng, letters, merges), merges)
    yield Case("a tie", {"ba": 2, "ab": 2}, 1).edge("ties")
    yield Case("a tie between tokens of unequal length", {"bc": 20, "ab": 9, "abc": 2, "aba": 2}, 4).edge("ties")
    yield Case("the textbook corpus", {"low": 5, "lower": 2, "newest": 6, "widest": 3}, 10).edge("ties")
    letters = "qponmlkjihgfedcbar"
    yield Case("324 words", {x + y: 1 + (y == "c") for x in letters for y in letters}, 2).edge("ties")
    yield Case("random words that tie", _without_a_letter_twice(rng, "abcde", 3), 9).edge("ties")
    yield Case("overlapping pairs", {"bc": 2, "zzzz": 1}, 2).edge("overlaps")
    yield Case("five of a kind and an end", {"aaaaab": 2, "aab": 3}, 3).edge("overlaps")
    yield Case("random words of two letters", _random_words(rng, "ab", 7), 8).edge("overlaps")
    yield Case("random words of one letter", _random_words(rng, "a", 5, 13), 3).edge("overlaps")
    yield Case("one pair that occurs once", {"ab": 1}, 1).edge("rare pairs")
    yield Case("a long word that occurs once", {"abcdef": 1, "ab": 1}, 5).edge("rare pairs")
    yield Case("no pairs at all", {"a": 5, "b": 3}, 2).edge("no pairs left")
    yield Case("more merges than there are pairs", {"abc": 2, "bc": 2, "x": 9}, 9).edge("no pairs left")
    yield Case("random words of abcd", _random_words(rng, "abcd", 7), 60).edge("no pairs left")
    yield Case("a blank at each end", {" a": 3, "b ": 2}, 2).edge("any character")
    spaced = {"a b": 5, "x b": 2, "c|d": 9, "e|d": 3, "f\tg": 15, "h\tg": 4, "k\nl": 6}
    yield Case("white space in words", spaced, 8).edge("any character")
    yield Case("punctuation", {"a.b": 3, "acb": 2, "c++": 4, "(a|b)": 1}, 6).edge("any character")
    yield Case("capitals and accents", {"naïve": 2, "Née": 2, "née": 1, "Ab": 2}, 8).edge("any character")


def _random_words(rng, letters, n, longest=9):
    sizes = rng.integers(1, longest, size=n)
    words = ("".join(rng.choice(list(letters), size=size).tolist()) for size in sizes)
    return {word: int(rng.integers(1, 6)) for word in words}


def _without_a_letter_twice(rng, letters, most):
    words = {}
    for _ in range(7):
        order = rng.permutation(list(letters)).tolist()
        words["".join(order[: int(rng.integers(2, len(letters) + 1))])] = int(rng.integers(2, most))
    return words


def _decided(rng, letters, merges):
    """Words without a letter twice, and with counts that never tie in so many merges."""
    while True:
        words = _without_a_letter_twice(rng, letters, 40)
        smallest = _train(words, merges)
        if smallest == _train(words, merges, choose=_largest) and len(smallest) == merges:
            return words


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


def _largest(counts):
    return max(counts, key=lambda pair: (counts[pair], pair))


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


@mistake("You count a pair once per word of the dict. A word that occurs five times counts five times: add the "
         "word's count.")
def word_counts_ignored(words, n_merges):
    return _train(words, n_merges, weigh=False)


@mistake("You count a pair at most once per word. Count it at every position.")
def once_in_a_word(words, n_merges):
    return _train(words, n_merges, positions=lambda parts: set(_positions(parts)))


@mistake('You leave out positions that overlap. "zzzz" holds the pair (z, z) at three positions, not at two.')
def overlaps_left_out(words, n_merges):
    def apart(parts):
        found, last = [], {}
        for i, pair in enumerate(_positions(parts)):
            if pair[0] != pair[1] or last.get(pair) != i - 1:
                found.append(pair)
                last[pair] = i
        return found

    return _train(words, n_merges, positions=apart)


@mistake("Among equal counts you take the pair that comes first in the words. Take the lexicographically smaller "
         "tuple.")
def ties_to_the_first_met(words, n_merges):
    return _train(words, n_merges, choose=lambda counts: max(counts, key=counts.get))


@mistake("Among equal counts you take the larger tuple. Take the smaller one: order the pairs by (-count, pair).")
def ties_to_the_larger(words, n_merges):
    return _train(words, n_merges, choose=_largest)


@mistake('You break ties by the merged string. Compare tuples element by element: ("a", "bc") comes before '
         '("ab", "a").')
def ties_by_the_glued_string(words, n_merges):
    return _train(words, n_merges, choose=lambda counts: min(counts, key=lambda pair: (-counts[pair], "".join(pair))))


@mistake("You count the pairs once, at the start. A merge creates new pairs and removes others, so count again "
         "before each merge.")
def never_counted_again(words, n_merges):
    counts = Counter()
    for word, count in words.items():
        for pair in _positions(word):
            counts[pair] += count
    return sorted(counts, key=lambda pair: (-counts[pair], pair))[:n_merges]


@mistake("You update the counts wrongly where two merges follow each other directly: the left neighbor is then the new "
         "token, not the old one.")
def old_neighbor_in_the_counts(words, n_merges):
    tokens = [(list(word), count) for word, count in words.items()]
    counts = Counter()
    for parts, count in tokens:
        for pair in _positions(parts):
            counts[pair] += count
    merges = []
    for _ in range(n_merges):
        alive = {pair: count for pair, count in counts.items() if count > 0}
        if not alive:
            break
        best = _smallest(alive)
        merges.append(best)
        for k, (parts, count) in enumerate(tokens):
            out, i = [], 0
            while i < len(parts):
                if tuple(parts[i : i + 2]) != best:
                    out.append(parts[i])
                    i += 1
                    continue
                if out:
                    counts[parts[i - 1], best[0]] -= count
                    counts[out[-1], "".join(best)] += count
                if i + 2 < len(parts):
                    counts[best[1], parts[i + 2]] -= count
                    counts["".join(best), parts[i + 2]] += count
                out.append("".join(best))
                i += 2
            tokens[k] = (out, count)
        counts[best] = 0
    return merges


@mistake('You merge from the right. Merge from the left: "aaa" becomes aa, a, not a, aa.')
def merged_from_the_right(words, n_merges):
    def glue(parts, pair):
        return [token[::-1] for token in _glue([p[::-1] for p in parts[::-1]], (pair[1][::-1], pair[0][::-1]))][::-1]

    return _train(words, n_merges, glue=glue)


@mistake("You merge only the first occurrence of the pair in each word. Merge all of them.")
def only_the_first_place(words, n_merges):
    def glue(parts, pair):
        places = _positions(parts)
        if pair not in places:
            return parts
        i = places.index(pair)
        return [*parts[:i], "".join(pair), *parts[i + 2 :]]

    return _train(words, n_merges, glue=glue)


@mistake('You use one token in two merges of the same pass, so "aaa" becomes aa, aa. After a merge, continue after '
         "both of its tokens.")
def overlapping_merges(words, n_merges):
    def glue(parts, pair):
        hits = [each == pair for each in _positions(parts)]
        out = []
        for i, token in enumerate(parts):
            if i < len(hits) and hits[i]:
                out.append("".join(pair))
            elif i == 0 or not hits[i - 1]:
                out.append(token)
        return out

    return _train(words, n_merges, glue=glue)


@mistake("You merge by replacing text, so a token that merely ends like the pair's first token, or begins like its "
         "second, is merged too. Compare whole tokens.", when=uses("replace", "re.sub", "sub"))
def merged_by_replacing_text(words, n_merges):
    def glue(parts, pair):
        return " ".join(parts).replace(" ".join(pair), "".join(pair)).split(" ")

    return _train(words, n_merges, glue=glue)


@mistake("You use the tokens in a regular expression without escaping them, so a character such as . or + matches "
         "something else. Use re.escape, or compare lists of tokens.",
         when=both(uses("re.sub", "re.compile", "re.finditer"), lacks("re.escape")))
def unescaped_pattern(words, n_merges):
    import re

    def glue(parts, pair):
        pattern = re.compile(r"(?<!\S)" + " ".join(pair) + r"(?!\S)")
        return pattern.sub(lambda _: "".join(pair), " ".join(parts)).split(" ")

    return _train(words, n_merges, glue=glue, start=lambda word: " ".join(word).split(" "))


@mistake("You split at white space, so you lose the blanks inside a word. A blank is a character like any other, so "
         "keep each word as a list of tokens.", when=uses("split"))
def split_at_blanks(words, n_merges):
    def glue(parts, pair):
        return " ".join(_glue(parts, pair)).split()

    return _train(words, n_merges, glue=glue, start=lambda word: " ".join(word).split())


@mistake("You split each word at white space first. A blank is a character like any other, so keep the word whole.",
         when=uses("split"))
def words_cut_at_blanks(words, n_merges):
    parts = [(part, count) for word, count in words.items() for part in word.split()]
    tokens = [(list(part), count) for part, count in parts]
    merges = []
    for _ in range(n_merges):
        counts = Counter()
        for each, count in tokens:
            for pair in _positions(each):
                counts[pair] += count
        if not counts:
            break
        merges.append(_smallest(counts))
        tokens = [(_glue(each, merges[-1]), count) for each, count in tokens]
    return merges


@mistake("You strip the words. A blank at either end is a character like any other.", when=uses("strip"))
def stripped(words, n_merges):
    return _train(words, n_merges, start=lambda word: list(word.strip()))


@mistake("You lower the case of the words. A and a are different characters here.", when=uses("lower", "casefold"))
def lowered(words, n_merges):
    return _train(words, n_merges, start=lambda word: list(word.lower()))


@mistake("You start from the bytes of the words. Start from their characters: an accented letter is one token, not "
         "two.", when=uses("encode"))
def bytes_of_the_words(words, n_merges):
    return _train(words, n_merges, start=lambda word: list(word.encode().decode("latin-1")))


@mistake("Your pairs reach from the end of one word to the start of the next. Count the pairs of each word by "
         "itself.")
def across_words(words, n_merges):
    text = [letter for word, count in words.items() for letter in word * count]
    merges = []
    while len(merges) < n_merges and len(text) > 1:
        merges.append(_smallest(Counter(_positions(text))))
        text = _glue(text, merges[-1])
    return merges


@mistake("You stop when the best pair occurs only once. Stop only when no pair is left.")
def stopped_at_one(words, n_merges):
    return _train(words, n_merges, least=2)


@mistake("You add an end-of-word mark. Here a word is just its characters.")
def marked_ends(words, n_merges):
    return _train(words, n_merges, start=lambda word: [*word, "</w>"])


@mistake("You look for the best pair when no pair is left. Stop early, and return the merges so far.",
         constants={"ask": ("min", "max", "first")})
def no_early_stop(words, n_merges, *, ask):
    tokens, merges = {word: list(word) for word in words}, []
    for _ in range(n_merges):
        counts = Counter()
        for word, parts in tokens.items():
            for pair in _positions(parts):
                counts[pair] += words[word]
        if ask == "min":
            best = _smallest(counts)
        elif ask == "max":
            best = max(sorted(counts), key=counts.get)
        else:
            best = sorted(counts, key=lambda pair: (-counts[pair], pair))[0]
        merges.append(best)
        tokens = {word: _glue(parts, best) for word, parts in tokens.items()}
    return merges


@mistake("You return the merged tokens. Return the pairs: tuples of the two strings.")
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
