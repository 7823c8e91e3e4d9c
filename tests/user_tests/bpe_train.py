import itertools
from collections import Counter

import pytest


def by_definition(words, n_merges):
    split = {word: list(word) for word in words}
    merges = []
    for _ in range(n_merges):
        counts = Counter()
        for word, tokens in split.items():
            for pair in itertools.pairwise(tokens):
                counts[pair] += words[word]
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        merges.append(best)
        for word, tokens in split.items():
            merged, i = [], 0
            while i < len(tokens):
                if tuple(tokens[i : i + 2]) == best:
                    merged.append(tokens[i] + tokens[i + 1])
                    i += 2
                else:
                    merged.append(tokens[i])
                    i += 1
            split[word] = merged
    return merges


@pytest.mark.parametrize(
    "words",
    [
        {"low": 5, "lower": 2, "new": 4},
        {"newest": 6, "widest": 3, "low": 5, "lower": 2},
        {"zzzz": 3, "aaa": 4, "aa": 1},
        {"aaaaaaa": 2, "baab": 3},
        {"ab": 2, "ba": 2, "abc": 1},
        {"xyz": 1, "xy": 1, "yz": 1},
        {"abcbc": 2, "aab": 3, "bcb": 2, "cab": 2},
        {"a": 9, "b": 3},
        {},
        {"It's": 2, " a": 3, "b ": 3, "Ab": 2, "ab": 2, "éé": 4, "a-b": 1, "a_b": 2},
        {"banana": 3, "bandana": 2, "nab": 4, "ananas": 1},
        {"abab": 1, "ab": 1, "cd": 3, "cdcd": 1},
        {"abab": 10, "xy": 15},
    ],
)
def test(bpe_train, words):
    for n in (0, 1, 2, 3, 5, 50):
        given = dict(words)
        merges = bpe_train(given, n)
        assert list(merges) == by_definition(words, n)
        assert all(isinstance(pair, tuple) for pair in merges)
        assert given == words


def test_ties_are_broken_token_by_token(bpe_train):
    words = {"abc": 2, "aba": 1, "bca": 1, "abca": 3, "cab": 2, "ba": 3, "bc": 4}
    for n in range(1, 9):
        assert list(bpe_train(words, n)) == by_definition(words, n)
        assert list(bpe_train(dict(reversed(words.items())), n)) == by_definition(words, n)
