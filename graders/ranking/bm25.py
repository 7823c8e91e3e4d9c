"""BM25: the idf, saturation, the correction for length, and documents without a token, also where 0/0 lurks."""

import numpy as np

from mlprep.grading.api import Case, alternative, mistake, says, uses


def cases(rng):
    def texts(n, words, most):
        drawn = [rng.choice(words, size=int(rng.integers(2, most))).tolist() for _ in range(n)]
        for place, word in enumerate(rng.permutation(words).tolist()):
            drawn[place % n].append(word)
        return drawn

    small = [["a", "b", "a"], ["b"], ["c", "c"]]
    yield Case("one token", small, ["a"])
    yield Case("a token of two documents", small, ["b"])
    yield Case("two tokens", small, ["c", "b"])
    yield Case("other parameters", small, ["a", "b"], 1.2, 0.5)
    yield Case("a token of every document", [["x", "y"], ["x"], ["z", "x", "x"]], ["x"])
    sentences = ["the cat saw the dog", "The dog slept", "a bird saw a bird and a cat", "new york , new jersey"]
    yield Case("four sentences", [each.split() for each in sentences], ["the", "cat", "saw", ","])
    lengths = [["x"] + ["y"] * 40, ["x", "y"], ["x", "x", "x", "z"], ["z"]]
    yield Case("a long document", lengths, ["x"], k1=2.0, b=0.9)
    names = [["New York", "b"], ["new york", "York"], ["b"]]
    yield Case("tokens with blanks and capitals", names, ["New York", "York"])
    yield Case("random", texts(7, list("abcde"), 8), list("ace"))
    yield Case("random, other parameters", texts(5, list("abcd"), 9), list("bad"), float(rng.uniform(0.5, 3)),
               float(rng.uniform(0.1, 0.9)))
    yield Case("a document of three tokens", [["a", "b", "a"]], ["a", "b"]).edge("one document")
    yield Case("a document of one token", [["a"]], ["a"]).edge("one document")
    yield Case("a token twice in the query", small, ["b", "b"]).edge("repeated tokens")
    yield Case("random, with repetitions", texts(4, list("abc"), 6), list("abacaa")).edge("repeated tokens")
    yield Case("a token that no document has", small, ["d", "a"]).edge("missing tokens")
    yield Case("no document has any", small, ["d", "e"]).edge("missing tokens")
    gaps = [[], ["a", "b", "b"], [], ["b", "c"]]
    yield Case("two empty documents of four", gaps, ["a", "b"]).edge("empty documents")
    yield Case("random, with empty documents", [[], *texts(4, list("abc"), 6)], list("ac")).edge("empty documents")
    yield Case("k1 = 0", small, ["a", "b"], 0.0).edge("extreme parameters")
    yield Case("k1 = 0 and an empty document", gaps, ["b"], 0.0, 0.4).edge("extreme parameters")
    yield Case("b = 0", small, ["a", "b"], 1.5, 0.0).edge("extreme parameters")
    yield Case("b = 1 and an empty document", gaps, ["b", "a"], b=1.0).edge("extreme parameters")
    yield Case("three documents and no token", small, []).edge("empty query")


def _smooth(n, df):
    return np.log(1 + (n - df + 0.5) / (df + 0.5))


def _counts(documents, token):
    return np.array([float(document.count(token)) for document in documents])


def _lengths(documents):
    return np.array([float(len(document)) for document in documents])


def _saturated(tf, damping, k1):
    return tf * (k1 + 1) / (tf + damping)


def _bm25(documents, query, k1, b, idf=_smooth, term=_saturated, relative=None, count=_counts, n=None):
    lengths = _lengths(documents)
    relative = lengths / lengths.mean() if relative is None else relative
    damping = k1 * (1 - b + b * relative)
    scores = np.zeros(len(documents))
    for token in query:
        tf = count(documents, token)
        has = tf > 0
        df = np.sum(has)
        scores[has] += idf(len(documents) if n is None else n, df) * term(tf[has], damping[has], k1)
    return scores


@mistake("You leave out the 1 inside the logarithm, so a token of most documents lowers their scores.")
def without_the_one(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, lambda n, df: np.log((n - df + 0.5) / (df + 0.5)))


@mistake("You leave out the 1 inside the logarithm and replace what is below {floor} by it. Use ln(1 + (n − df + 0.5) "
         "/ (df + 0.5)), which is always positive.", constants={"floor": (0.0, 1e-6, 0.01, 0.25)})
def floored_idf(documents, query, k1=1.5, b=0.75, *, floor):
    return _bm25(documents, query, k1, b, lambda n, df: np.maximum(np.log((n - df + 0.5) / (df + 0.5)), floor))


@mistake("Your idf is ln(n / df). Use ln(1 + (n − df + 0.5) / (df + 0.5)).")
def plain_idf(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, lambda n, df: np.log(n / max(df, 1)))


@mistake("Your idf is that of TF-IDF, with ln((1 + n) / (1 + df)). Use ln(1 + (n − df + 0.5) / (df + 0.5)).",
         constants={"plus": (1, 0)})
def idf_of_tf_idf(documents, query, k1=1.5, b=0.75, *, plus):
    return _bm25(documents, query, k1, b, lambda n, df: np.log((1 + n) / (1 + df)) + plus)


@mistake("Your idf leaves out − df in the numerator. Use ln(1 + (n − df + 0.5) / (df + 0.5)).")
def numerator_without_df(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, lambda n, df: np.log(1 + (n + 0.5) / (df + 0.5)))


@mistake("You take the logarithm to base {base}. Use the natural one.", constants={"base": (10, 2)})
def another_base(documents, query, k1=1.5, b=0.75, *, base):
    return _bm25(documents, query, k1, b, lambda n, df: _smooth(n, df) / np.log(base))


@mistake("You leave out the idf. Multiply each token's term by it.")
def without_idf(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, lambda n, df: 1.0)


@mistake("You count in df how often the token occurs. Count the documents that have it.")
def df_counts_occurrences(documents, query, k1=1.5, b=0.75):
    scores = np.zeros(len(documents))
    for token in query:
        tf = _counts(documents, token)
        if tf.any():
            ratio = _bm25(documents, [token], k1, b, lambda n, df: 1.0)
            n, df = len(documents), tf.sum()
            scores += np.log(1 + (n - df + 0.5) / (df + 0.5)) * ratio
    return scores


@mistake("You leave out the factor k1 + 1.")
def without_k1_plus_one(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, term=lambda tf, damping, k1: tf / (tf + damping))


@mistake("You leave out tf in the numerator. Multiply by tf · (k1 + 1).")
def numerator_without_tf(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, term=lambda tf, damping, k1: (k1 + 1) / (tf + damping))


@mistake("You sum idf · tf, which is TF-IDF. Let tf saturate: divide tf · (k1 + 1) by tf plus the length's term.")
def not_saturated(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, term=lambda tf, damping, k1: tf)


@mistake("You multiply only the part with the length by k1, or only 1 − b. k1 multiplies the whole bracket.",
         constants={"part": ("length", "rest")})
def k1_on_a_part(documents, query, k1=1.5, b=0.75, *, part):
    relative = _lengths(documents) / _lengths(documents).mean()
    damping = 1 - b + k1 * b * relative if part == "length" else k1 * (1 - b) + b * relative
    return _bm25(documents, query, 1.0, 1.0, relative=damping, term=lambda tf, each, _: tf * (k1 + 1) / (tf + each))


@mistake("You swap b and 1 − b. b multiplies len / mean_len.")
def b_swapped(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, 1 - b)


@mistake("You do not correct for length. Multiply k1 by 1 − b + b · len / mean_len.")
def length_ignored(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, 0.0)


@mistake("You divide the mean length by the length. Divide the length by the mean.")
def length_upside_down(documents, query, k1=1.5, b=0.75):
    lengths = _lengths(documents)
    return _bm25(documents, query, k1, b, relative=lengths.mean() / np.maximum(lengths, 1))


@mistake("You do not divide the length by the mean length.")
def length_not_relative(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, relative=_lengths(documents))


@mistake("You use the number of distinct tokens as a document's length. Count all its tokens.")
def distinct_lengths(documents, query, k1=1.5, b=0.75):
    lengths = np.array([float(len(set(document))) for document in documents])
    return _bm25(documents, query, k1, b, relative=lengths / lengths.mean())


@mistake("You leave empty documents out of the mean length. It runs over all documents.")
def mean_without_empty(documents, query, k1=1.5, b=0.75):
    lengths = _lengths(documents)
    return _bm25(documents, query, k1, b, relative=lengths / lengths[lengths > 0].mean())


@mistake("You leave empty documents out of n. It counts all documents.")
def n_without_empty(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, n=sum(len(document) > 0 for document in documents))


@mistake("You leave out empty documents. They have a score too, which is 0.")
def empty_dropped(documents, query, k1=1.5, b=0.75):
    return _bm25([document for document in documents if document], query, k1, b)


@mistake("You divide tf by the document's length. Use the raw count.")
def relative_frequency(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, count=lambda texts, token: _counts(texts, token) / np.maximum(
        _lengths(texts), 1))


@mistake("You only ask whether the document has the token. Use how often it occurs there.")
def presence_alone(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b, count=lambda texts, token: np.minimum(_counts(texts, token), 1))


@mistake("You count each distinct token of the query once. A repeated token counts each time.")
def distinct_query(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, list(dict.fromkeys(query)), k1, b)


@mistake("Your default for k1 is {default}. It should be 1.5.", constants={"default": (1.2, 2.0, 1.0)})
def another_k1(documents, query, k1=None, b=0.75, *, default):
    return _bm25(documents, query, default if k1 is None else k1, b)


@mistake("Your default for b is {default}. It should be 0.75.", constants={"default": (0.5, 1.0, 0.0, 0.7)})
def another_b(documents, query, k1=1.5, b=None, *, default):
    return _bm25(documents, query, k1, default if b is None else b)


@mistake("Your result does not depend on {name}. Use the argument.", constants={"name": ("k1", "b")})
def parameter_ignored(documents, query, k1=1.5, b=0.75, *, name):
    return _bm25(documents, query, 1.5 if name == "k1" else k1, 0.75 if name == "b" else b)


@mistake("Where a document lacks a token and k1 is 0, or b is 1 and the document is empty, you divide 0 by 0. A "
         "missing token adds 0.")
def zero_over_zero(documents, query, k1=1.5, b=0.75):
    lengths = _lengths(documents)
    scores = np.zeros(len(documents))
    for token in query:
        tf = _counts(documents, token)
        damping = k1 * (1 - b + b * lengths / lengths.mean())
        scores += _smooth(len(documents), np.sum(tf > 0)) * _saturated(tf, damping, k1)
    return scores


@mistake("Where a document lacks a token and k1 is 0, or b is 1 and the document is empty, you divide by 0. A missing "
         "token adds 0.", kind="crashed", when=says("ZeroDivisionError"))
def divides_by_zero(documents, query, k1=1.5, b=0.75):
    1 / k1
    return _bm25(documents, query, k1, b)


@mistake("You look up a token that no document has. Such a token adds 0 to every score.", kind="crashed",
         when=says("KeyError"))
def missing_token_looked_up(documents, query, k1=1.5, b=0.75):
    known = {token: 1 for document in documents for token in document}
    return _bm25(documents, query, k1, b) * (1 if all(known[token] for token in query) else 0)


@mistake("For an empty query you return a single number. Return a score of 0 for each document.")
def one_number_for_no_query(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b) if query else 0.0


@mistake("You add idf · {delta} for each token that a document has, as BM25+ does. Leave that out.",
         constants={"delta": (1.0, 0.5)})
def bm25_plus(documents, query, k1=1.5, b=0.75, *, delta):
    return _bm25(documents, query, k1, b, term=lambda *each: _saturated(*each) + delta)


@mistake("Repeated tokens of the query saturate in your code. Each occurrence should count fully.")
def query_saturates(documents, query, k1=1.5, b=0.75):
    scores = np.zeros(len(documents))
    for token in dict.fromkeys(query):
        times = query.count(token)
        scores += times * (k1 + 1) / (times + k1) * _bm25(documents, [token], k1, b)
    return scores


@mistake("You return one total. Return one score per document.")
def summed_over_documents(documents, query, k1=1.5, b=0.75):
    return np.sum(_bm25(documents, query, k1, b))


@mistake("You change the tokens to lower case. Take them as they are.")
def lowercased(documents, query, k1=1.5, b=0.75):
    folded = [[token.lower() for token in document] for document in documents]
    return _bm25(folded, [token.lower() for token in query], k1, b)


@mistake("You search the text of each document, so a token inside a longer one counts too. Compare whole tokens.",
         when=uses("join"))
def inside_of_tokens(documents, query, k1=1.5, b=0.75):
    return _bm25(documents, query, k1, b,
                 count=lambda texts, token: np.array([float(" ".join(text).count(token)) for text in texts]))


@alternative
def document_by_document(documents, query, k1=1.5, b=0.75):
    import math
    from collections import Counter

    bags = [Counter(document) for document in documents]
    df = Counter(token for bag in bags for token in bag)
    mean = sum(map(len, documents)) / len(documents)
    scores = []
    for document, bag in zip(documents, bags):
        score = 0.0
        for token in query:
            if token in bag:
                idf = math.log((len(documents) + 1) / (df[token] + 0.5))
                score += idf * bag[token] * (k1 + 1) / (bag[token] + k1 * (1 - b + b * len(document) / mean))
        scores.append(score)
    return np.array(scores)


@alternative
def by_a_matrix_of_counts(documents, query, k1=1.5, b=0.75):
    if not query:
        return np.zeros(len(documents))
    tf = np.array([[document.count(token) for token in query] for document in documents], dtype=float)
    n, lengths = len(documents), np.array([len(document) for document in documents])[:, None]
    df = np.count_nonzero(tf, axis=0)
    idf = np.log1p((n - df + 0.5) / (df + 0.5))
    below = tf + k1 * (1 - b + b * lengths / np.mean(lengths))
    return (np.divide(tf, below, out=np.zeros_like(tf), where=tf > 0) * (k1 + 1)) @ idf
