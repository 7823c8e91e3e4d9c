"""TF-IDF: raw counts, a smoothed idf plus 1, unit rows, a sorted vocabulary, empty documents, tokens as they are."""

import numpy as np

from mlprep.grading.api import Case, alternative, close, holds, mistake, says, uses


def is_sorted(case, got, want):
    """The right tokens are in the right order; which tokens they are is not asked here."""
    names, right = list(got[1]), list(want[1])
    if names == right or sorted(names) != right:
        return True
    return f"Your vocabulary is not sorted as Python sorts strings. It is {names}."


SORTED = "the vocabulary is sorted"
CHECKS = (holds(SORTED, is_sorted), close())


def cases(rng):
    def texts(n, words, most):
        """Random documents that hold every word at least once in all."""
        drawn = [rng.choice(words, size=int(rng.integers(2, most))).tolist() for _ in range(n)]
        for place, word in enumerate(rng.permutation(words).tolist()):
            drawn[place % n].append(word)
        return drawn

    yield Case("two documents", [["b", "a", "b"], ["b"]])
    yield Case("a token in all documents", [["x", "y"], ["x", "z", "z"], ["x", "x", "y"]])
    yield Case("no token in two documents", [["d", "c"], ["a", "b", "a"]])
    sentences = ["the cat saw the dog", "the dog slept", "a bird saw a bird saw a cat"]
    yield Case("three sentences", [each.split() for each in sentences])
    yield Case("one very frequent token", [["b"] * 30 + ["a", "c"], ["c", "a"], ["b", "a"]])
    yield Case("random, more documents than tokens", texts(7, list("dacb"), 6))
    yield Case("random, more tokens than documents", texts(3, list("hgfedcba"), 9))
    yield Case("five random documents, five tokens", texts(5, ["in", "of", "at", "by", "on"], 5))
    yield Case("one document of three tokens", [["b", "c", "b", "a"]]).edge("one document")
    yield Case("the same token in three documents", [["w"], ["w", "w"], ["w", "w", "w"]]).edge("one token")
    yield Case("one document of one token", [["w", "w"]]).edge("one token")
    yield Case("an empty document among three", [["a", "b", "b"], [], ["b", "c"]]).edge("empty documents")
    yield Case("two empty documents and one token", [[], ["a"], []]).edge("empty documents")
    yield Case("random, with empty documents", [[], *texts(4, list("cab"), 5), []]).edge("empty documents")
    yield Case("capitals", [["The", "the", "a", "B"], ["the", "b", "a"]]).edge("any token")
    marks = [["new york", "new", "c++", "c", "!"], ["york ", "york", "c"]]
    yield Case("blanks and punctuation", marks).edge("any token")
    yield Case("an empty string", [["", "a"], ["a"], ["b", "", ""]]).edge("any token")
    yield Case("numbers and accents", [["10", "9", "é", "z"], ["9", "e", "é", "é"]]).edge("any token")


def probe(module, case):
    """The result, with a vocabulary from np.unique as a plain list of strings."""
    (documents,) = case.args
    result = module.tf_idf(documents)
    if not isinstance(result, (tuple, list)) or len(result) != 2:
        return result
    matrix, vocabulary = result
    if isinstance(vocabulary, np.ndarray):
        vocabulary = vocabulary.tolist()
    if isinstance(vocabulary, (tuple, list)):
        vocabulary = [str(each) if isinstance(each, str) else each for each in vocabulary]
    return matrix, vocabulary


EQUIVALENT = {
    "tf_idf: 1 -> 2 in `counts[i, column[token]] += 1`": "each row is divided by its length in the end",
    "tf_idf: 0 -> 1 in `return (weights / np.where(lengths > 0, lengths, 1), vocabulary)`":
        "a count of at least 1 and an idf of at least 1 make a row at least 1 long, unless it is empty",
    "tf_idf: 1 -> 2 in `return (weights / np.where(lengths > 0, lengths, 1), vocabulary)`":
        "0 over any number is 0",
}


def _counts(documents, vocabulary):
    return np.array([[float(document.count(token)) for token in vocabulary] for document in documents])


def _tokens(documents):
    return sorted({token for document in documents for token in document})


def _idf(n, df):
    return np.log((1 + n) / (1 + df)) + 1


def _unit(weights):
    lengths = np.sqrt(np.sum(weights**2, axis=1, keepdims=True))
    return weights / np.where(lengths > 0, lengths, 1.0)


def _tf_idf(documents, idf=_idf, tf=lambda counts: counts, scaled=_unit, n=None):
    vocabulary = _tokens(documents)
    counts = _counts(documents, vocabulary)
    df = np.sum(counts > 0, axis=0)
    return scaled(tf(counts) * idf(len(documents) if n is None else n, df)), vocabulary


@mistake("You leave out the 1 that is added to the logarithm, so a token that is in every document weighs nothing.")
def without_plus_one(documents):
    return _tf_idf(documents, lambda n, df: np.log((1 + n) / (1 + df)))


@mistake("Your idf is ln(n / df). Smooth both numbers and add 1: ln((1 + n) / (1 + df)) + 1.")
def textbook_idf(documents):
    return _tf_idf(documents, lambda n, df: np.log(n / df))


@mistake("Your idf is ln(n / df) + 1. Add 1 to n and to df before you divide.")
def not_smoothed(documents):
    return _tf_idf(documents, lambda n, df: np.log(n / df) + 1)


@mistake("Your idf is ln(n / (1 + df)), perhaps plus 1. Add 1 to n as well, and 1 to the logarithm.",
         constants={"plus": (0, 1)})
def half_smoothed(documents, *, plus):
    return _tf_idf(documents, lambda n, df: np.log(n / (1 + df)) + plus)


@mistake("Your idf is ln(1 + n / df). It should be ln((1 + n) / (1 + df)) + 1.")
def one_inside(documents):
    return _tf_idf(documents, lambda n, df: np.log(1 + n / df))


@mistake("You take the logarithm to base {base}. Use the natural one.", constants={"base": (10, 2)})
def another_base(documents, *, base):
    return _tf_idf(documents, lambda n, df: np.log((1 + n) / (1 + df)) / np.log(base) + 1)


@mistake("Your result is the counts scaled to unit rows, without idf. Multiply the counts by the idf first.")
def counts_alone(documents):
    return _tf_idf(documents, lambda n, df: 1.0)


@mistake("You divide by the idf. Multiply the counts by it, so that rare tokens weigh more.")
def divided_by_idf(documents):
    return _tf_idf(documents, lambda n, df: 1 / _idf(n, df))


@mistake("You multiply by the idf twice. Once is enough.")
def idf_squared(documents):
    return _tf_idf(documents, lambda n, df: _idf(n, df) ** 2)


@mistake("You count in df how often a token occurs. Count the documents that have it.")
def df_counts_occurrences(documents):
    vocabulary = _tokens(documents)
    counts = _counts(documents, vocabulary)
    return _unit(counts * _idf(len(documents), np.sum(counts, axis=0))), vocabulary


@mistake("Your n counts the tokens of the vocabulary. It should count the documents.")
def n_counts_tokens(documents):
    return _tf_idf(documents, n=len(_tokens(documents)))


@mistake("Your n leaves out empty documents. Count them too.")
def n_without_empty(documents):
    return _tf_idf(documents, n=sum(len(document) > 0 for document in documents))


@mistake("You use 1 + ln(count) as the term frequency. Use the raw count.", constants={"form": ("1 + log", "log1p")})
def sublinear(documents, *, form):
    def tf(counts):
        return np.log1p(counts) if form == "log1p" else np.where(counts > 0, 1 + np.log(np.maximum(counts, 1)), 0.0)

    return _tf_idf(documents, tf=tf)


@mistake("You count each token once per document. Use how often it occurs there.")
def binary(documents):
    return _tf_idf(documents, tf=lambda counts: np.minimum(counts, 1))


@mistake("You do not scale the rows. Divide each by its Euclidean length.", constants={"tf": ("counts", "shares")})
def not_scaled(documents, *, tf):
    def share(counts):
        return counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)

    return _tf_idf(documents, tf=share if tf == "shares" else lambda counts: counts, scaled=lambda weights: weights)


@mistake("You divide each row by its sum. Divide it by its Euclidean length, the root of the sum of squares.")
def rows_sum_to_one(documents):
    def scaled(weights):
        sums = np.sum(weights, axis=1, keepdims=True)
        return weights / np.where(sums > 0, sums, 1)

    return _tf_idf(documents, scaled=scaled)


@mistake("You divide each row by its squared length. Take the square root.")
def by_squared_lengths(documents):
    def scaled(weights):
        lengths = np.sum(weights**2, axis=1, keepdims=True)
        return weights / np.where(lengths > 0, lengths, 1)

    return _tf_idf(documents, scaled=scaled)


@mistake("You scale the columns to length 1. Scale the rows.")
def columns_scaled(documents):
    return _tf_idf(documents, scaled=lambda weights: _unit(weights.T).T)


@mistake("You divide by the norm of the whole matrix. Divide each row by its own length.")
def matrix_scaled(documents):
    return _tf_idf(documents, scaled=lambda weights: weights / np.sqrt(np.sum(weights**2)))


@mistake("You scale the counts to length 1 and then multiply by the idf. Multiply first, then scale.")
def scaled_too_early(documents):
    return _tf_idf(documents, tf=_unit, scaled=lambda weights: weights)


def _reordered(documents, order):
    matrix, vocabulary = _tf_idf(documents)
    return matrix[:, [vocabulary.index(token) for token in order]], order


def _first_seen(documents):
    return list(dict.fromkeys(token for document in documents for token in document))


@mistake("Your vocabulary is not in order. Sort it as Python sorts strings, which puts capitals first, and the columns "
         "with it.", kind=f"property:{SORTED}", constants={"folded": (False, True)})
def not_sorted(documents, *, folded):
    return _reordered(documents, sorted(_tokens(documents), key=str.lower) if folded else _first_seen(documents))


@mistake("Your vocabulary is sorted, but the columns of the matrix are in the order in which tokens first occur. Use "
         "one order for both.")
def columns_in_another_order(documents):
    matrix, _ = _reordered(documents, _first_seen(documents))
    return matrix, _tokens(documents)


@mistake("Your matrix has one row per token. Give each document a row.")
def transposed(documents):
    matrix, vocabulary = _tf_idf(documents)
    return matrix.T, vocabulary


@mistake("An empty document's row becomes NaN, because its length is 0. Leave such rows at 0.")
def empty_is_nan(documents):
    def scaled(weights):
        return weights / np.sqrt(np.sum(weights**2, axis=1, keepdims=True))

    return _tf_idf(documents, scaled=scaled)


@mistake("For an empty document you divide by its number of tokens, which is 0. Give it a row of zeros.",
         kind="crashed",
         when=says("ZeroDivisionError"))
def empty_crashes(documents):
    for document in documents:
        1 / len(document)
    return _tf_idf(documents)


@mistake("You leave out the empty string. It is a token like any other.")
def empty_strings_dropped(documents):
    return _tf_idf([[token for token in document if token] for document in documents])


@mistake("You leave out empty documents. They have rows too, which are 0.")
def empty_dropped(documents):
    return _tf_idf([document for document in documents if document])


@mistake("You change the tokens to lower case. Take them as they are.")
def lowercased(documents):
    return _tf_idf([[token.lower() for token in document] for document in documents])


@mistake("You join the tokens of a document and split them again, which cuts tokens with blanks and loses empty ones. "
         "Use the tokens as they are.", when=uses("split"))
def joined_and_split(documents):
    return _tf_idf([" ".join(document).split() for document in documents])


@mistake("You strip blanks from the tokens. Take them as they are.")
def stripped(documents):
    return _tf_idf([[token.strip() for token in document] for document in documents])


@mistake("You leave out tokens of fewer than two characters. Use every token.")
def short_tokens_dropped(documents):
    return _tf_idf([[token for token in document if len(token) > 1] for document in documents])


@mistake("You return the matrix alone. Return the vocabulary too: (matrix, vocabulary).")
def matrix_alone(documents):
    return _tf_idf(documents)[0]


@mistake("You return the vocabulary first. The order is (matrix, vocabulary).")
def vocabulary_first(documents):
    return _tf_idf(documents)[::-1]


@mistake("You sort the caller's documents. Sort copies.", kind="changed", when=says("argument"))
def documents_sorted(documents):
    for document in documents:
        document.sort()
    return _tf_idf(documents)


@alternative
def by_counters(documents):
    import math
    from collections import Counter

    bags = [Counter(document) for document in documents]
    df = Counter(token for bag in bags for token in bag)
    vocabulary = sorted(df)
    matrix = []
    for bag in bags:
        row = [bag[token] * (1 + math.log((1 + len(bags)) / (1 + df[token]))) for token in vocabulary]
        length = math.hypot(*row)
        matrix.append([each / length for each in row] if length else row)
    return matrix, vocabulary


@alternative
def by_unique(documents):
    tokens = [token for document in documents for token in document]
    names = list(dict.fromkeys(tokens))
    names.sort()
    rows = np.repeat(np.arange(len(documents)), [len(document) for document in documents])
    counts = np.zeros((len(documents), len(names)), dtype=int)
    np.add.at(counts, (rows, [names.index(token) for token in tokens]), 1)
    shares = counts / np.maximum(counts.sum(1), 1)[:, None]  # a row's scale does not matter
    weights = shares * (1 - np.log((1 + np.count_nonzero(counts, axis=0)) / (1 + len(documents))))
    return weights / np.maximum(np.linalg.norm(weights, axis=1), 1e-12)[:, None], tuple(names)
