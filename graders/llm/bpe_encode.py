"""BPE encoding: merges in list order, one pass each from the left, whole tokens, and nothing else."""

from mlprep.grading.api import Case, alternative, equal, mistake, uses

CHECKS = (equal(),)


def cases(rng):
    yield Case("one merge", "ab", [("a", "b")])
    yield Case("a merge that finds nothing", "ab", [("b", "a")])
    yield Case("one that finds nothing before one that does", "abc", [("x", "y"), ("b", "c")])
    yield Case("a pair twice", "abcab", [("a", "b")])
    yield Case("the order decides", "abc", [("b", "c"), ("a", "b")])
    yield Case("the other order", "abc", [("a", "b"), ("b", "c")])
    yield Case("a merge of merges", "abab", [("a", "b"), ("ab", "ab")])
    yield Case("the same text, cut differently", "abc", [("b", "c"), ("ab", "c")])
    yield Case("a token that ends like the pair", "xabab", [("x", "a"), ("a", "b")])
    yield Case("a token that begins like the pair", "abxab", [("b", "x"), ("a", "b")])
    yield Case("short merges before long ones", "abcd", [("c", "d"), ("b", "cd"), ("a", "b"), ("a", "bcd")])
    yield Case("the textbook word", "lowest", [("e", "s"), ("es", "t"), ("l", "o"), ("lo", "w"), ("n", "e")])
    yield Case("three hundred characters", "abc" * 100, [("a", "b"), ("ab", "c"), ("abc", "abc")])
    yield Case("three hundred merges", "ba", [("a", "b")] * 299 + [("b", "a")])
    yield Case("the same word, other merges", "ba", [("a", "b")])
    for letters, count in (("abc", 5), ("abcd", 8), ("abcdef", 12)):
        word, merges = _plain(rng, letters, count)
        yield Case(f"a random word of {letters}, {count} merges", word, merges)
    yield Case("three of a kind", "aaa", [("a", "a")]).edge("overlaps")
    yield Case("five of a kind", "aaaaa", [("a", "a"), ("aa", "aa")]).edge("overlaps")
    yield Case("a random word of two letters", *_random(rng, "ab", 5)).edge("overlaps")
    yield Case("a merge that comes too early", "abc", [("ab", "c"), ("a", "b")]).edge("one turn each")
    merges = [("ab", "c"), ("a", "b"), ("c", "d")]
    yield Case("a merge that comes too early, and one after it", "abcd", merges).edge("one turn each")
    merges = [("ab", "c"), ("a", "b"), ("ab", "c")]
    yield Case("a merge that comes too early, and again later", "abcabc", merges).edge("one turn each")
    for letters, count in (("abc", 8), ("abcd", 12)):
        word, merges = _plain(rng, letters, count)
        shuffled = [merges[i] for i in rng.permutation(count)]
        yield Case(f"a random word of {letters}, {count} merges in no order", word, shuffled).edge("one turn each")
    yield Case("one character", "a", [("a", "b")]).edge("one character")
    yield Case("one character, no merges", "b", []).edge("one character")
    yield Case("blanks", " New York ", [("Y", "o"), ("e", "w"), ("N", "ew"), (" ", "New")]).edge("any character")
    yield Case("white space alone", " \t\n", [("\t", "\n")]).edge("any character")
    yield Case("punctuation", "a.b+c", [(".", "b"), ("a", ".b"), ("+", "c")]).edge("any character")
    merges = [("ï", "v"), ("a", "ïv"), ("ïv", "e")]
    yield Case("accents and unknown characters", "naïve!", merges).edge("any character")


def _random(rng, letters, count):
    """A word, and merges in an order in which training might have learned them."""
    known, merges = list(letters), []
    for _ in range(count):
        pair = tuple(str(each) for each in rng.choice(known, size=2))
        merges.append(pair)
        known.append("".join(pair))
    return "".join(rng.choice(list(letters), size=12).tolist()), merges


def _plain(rng, letters, count):
    """The same, where neither the direction of a pass nor a second turn would matter."""
    while True:
        word, merges = _random(rng, letters, count)
        tokens = _encode(word, merges)
        if tokens == merged_from_the_right(word, merges) == always_the_first_that_fits(word, merges) != list(word):
            return word, merges


def _glue(tokens, pair):
    out, i = [], 0
    while i < len(tokens):
        step = 2 if tuple(tokens[i : i + 2]) == tuple(pair) else 1
        out.append("".join(tokens[i : i + step]))
        i += step
    return out


def _encode(word, merges, glue=_glue):
    tokens = list(word)
    for pair in merges:
        tokens = glue(tokens, pair)
    return tokens


@mistake("You always apply the earliest merge in the list that fits, even if it already had its turn. Give each merge "
         "one turn, in list order.")
def always_the_first_that_fits(word, merges):
    tokens = list(word)
    while True:
        pairs = set(zip(tokens, tokens[1:]))
        fitting = [pair for pair in merges if pair in pairs]
        if not fitting:
            return tokens
        tokens = _glue(tokens, fitting[0])


@mistake("You merge any known pair as soon as you find it. Go through the merges in list order, and make one pass for "
         "each.")
def any_known_pair(word, merges):
    tokens, before = list(word), None
    while tokens != before:
        before, tokens = tokens, []
        for token in before:
            if tokens and (tokens[-1], token) in merges:
                tokens[-1] += token
            else:
                tokens.append(token)
    return tokens


@mistake("You repeat the whole list until nothing changes. Make one pass for each merge, in list order.")
def repeated_until_nothing_changes(word, merges):
    tokens, before = list(word), None
    while tokens != before:
        before = tokens
        for pair in merges:
            tokens = _glue(tokens, pair)
    return tokens


@mistake("A merge that is listed twice gets one turn in your code. Every entry of the list has its own turn.")
def repeated_merges_dropped(word, merges):
    return _encode(word, dict.fromkeys(merges))


@mistake('You merge from the right. Merge from the left: "aaa" becomes aa, a, not a, aa.')
def merged_from_the_right(word, merges):
    def glue(tokens, pair):
        return [token[::-1] for token in _glue([t[::-1] for t in tokens[::-1]], (pair[1][::-1], pair[0][::-1]))][::-1]

    return _encode(word, merges, glue)


@mistake("You merge only the first occurrence of a pair. One pass merges all of them.")
def only_the_first_place(word, merges):
    def glue(tokens, pair):
        for i in range(len(tokens) - 1):
            if (tokens[i], tokens[i + 1]) == pair:
                return [*tokens[:i], "".join(pair), *tokens[i + 2 :]]
        return tokens

    return _encode(word, merges, glue)


@mistake("You miss a pair at the end of the word after an earlier merge. A merge makes the list shorter by one, not by "
         "two.")
def end_missed(word, merges):
    tokens = list(word)
    for pair in merges:
        i, end = 0, len(tokens) - 1
        while i < end:
            if tuple(tokens[i : i + 2]) == tuple(pair):
                tokens[i : i + 2] = ["".join(pair)]
                end -= 2
            i += 1
    return tokens


@mistake('You compare joined text. The tokens "a" and "bc" are not the pair ("ab", "c"): compare both tokens.')
def glued_text_compared(word, merges):
    def glue(tokens, pair):
        out, i = [], 0
        while i < len(tokens):
            step = 2 if len(tokens[i : i + 2]) == 2 and "".join(tokens[i : i + 2]) == "".join(pair) else 1
            out.append("".join(tokens[i : i + step]))
            i += step
        return out

    return _encode(word, merges, glue)


@mistake("You merge by replacing text, so a token that merely ends like the pair's first token, or begins like its "
         "second, is merged too. Compare whole tokens.", when=uses("replace", "re.sub"))
def merged_by_replacing_text(word, merges):
    text = " ".join(word)
    for pair in merges:
        text = text.replace(" ".join(pair), "".join(pair))
    return text.split(" ")


@mistake("You split at white space, so you lose the blanks in the word. A blank is a character like any other, so keep "
         "the tokens in a list.", when=uses("split"))
def split_at_blanks(word, merges):
    import re

    text = " ".join(word)
    for pair in merges:
        text = re.sub(r"(?<!\S)" + re.escape(" ".join(pair)) + r"(?!\S)", lambda _: "".join(pair), text)
    return text.split()


@mistake("You remove the blanks of the word. Keep them: the joined tokens must be the word.",
         when=uses("replace", "split"))
def blanks_removed(word, merges):
    return _encode(word.replace(" ", ""), merges)


@mistake("You strip the word. A blank at either end is a character like any other.", when=uses("strip"))
def stripped(word, merges):
    return _encode(word.strip(), merges)


@mistake("You lower the case of the word. The joined tokens must be the word again.", when=uses("lower", "casefold"))
def lowered(word, merges):
    return _encode(word.lower(), merges)


@mistake("You stop at the first merge that finds nothing. Skip it, and continue with the next one.")
def stopped_at_a_miss(word, merges):
    tokens = list(word)
    for pair in merges:
        glued = _glue(tokens, pair)
        if glued == tokens:
            break
        tokens = glued
    return tokens


@mistake("You apply the merges from last to first. Apply them in list order.")
def from_last_to_first(word, merges):
    return _encode(word, merges[::-1])


@mistake("You sort the merges. Keep their order in the list: it decides.", when=uses("sorted", "sort"))
def sorted_merges(word, merges):
    return _encode(word, sorted(merges))


@mistake("You take the longest known token from the left. Apply the merges in list order instead.")
def longest_token_first(word, merges):
    known, tokens, i = {"".join(pair) for pair in merges}, [], 0
    while i < len(word):
        end = next((j for j in range(len(word), i + 1, -1) if word[i:j] in known), i + 1)
        tokens.append(word[i:end])
        i = end
    return tokens


@mistake("You look up the neighboring pairs once, at the start. Look them up again for each merge, in the tokens that "
         "the merges before it made.")
def pairs_of_the_start(word, merges):
    return _encode(word, [pair for pair in merges if pair in set(zip(word, word[1:]))])


@mistake("You add an end-of-word mark. Here a word is just its characters.")
def marked_end(word, merges):
    return _encode([*word, "</w>"], merges)


@mistake("You return one string. Return the tokens as a list.")
def one_string(word, merges):
    return " ".join(_encode(word, merges))


@alternative
def in_place(word, merges):
    tokens = list(word)
    for first, second in merges:
        i = 0
        while i < len(tokens) - 1:
            if tokens[i] == first and tokens[i + 1] == second:
                tokens[i : i + 2] = [first + second]
            i += 1
    return tokens


@alternative
def by_regular_expression(word, merges):
    import re

    text = "\0".join(word)
    for pair in merges:
        text = re.sub("(?<![^\0])" + re.escape("\0".join(pair)) + "(?![^\0])", lambda _: "".join(pair), text)
    return tuple(text.split("\0"))


@alternative
def by_cuts(word, merges):
    cuts = list(range(len(word) + 1))  # where tokens begin, and the end
    for pair in merges:
        k = 0
        while k + 2 < len(cuts):
            a, b, c = cuts[k : k + 3]
            if (word[a:b], word[b:c]) == tuple(pair):
                del cuts[k + 1]
            k += 1
    return [word[a:b] for a, b in zip(cuts, cuts[1:])]
