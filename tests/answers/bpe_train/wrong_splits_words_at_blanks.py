# WRONG: a word is split at white space first, so its blanks are lost; witness: bpe_train({"a b": 2}, 1)
from collections import Counter


def bpe_train(words, n_merges):
    corpus = [(list(part), count) for word, count in words.items() for part in word.split()]
    merges = []
    for _ in range(n_merges):
        counts = Counter()
        for tokens, count in corpus:
            for pair in zip(tokens, tokens[1:]):
                counts[pair] += count
        if not counts:
            break
        best = min(counts, key=lambda pair: (-counts[pair], pair))
        merges.append(best)
        for tokens, _ in corpus:
            i = 0
            while i < len(tokens) - 1:
                if (tokens[i], tokens[i + 1]) == best:
                    tokens[i : i + 2] = ["".join(best)]
                i += 1
    return merges
