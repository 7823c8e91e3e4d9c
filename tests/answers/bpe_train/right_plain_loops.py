import numpy as np


def count_pairs(segmented, freqs):
    table = {}
    for k in range(len(segmented)):
        toks = segmented[k]
        for i in range(len(toks) - 1):
            key = (toks[i], toks[i + 1])
            if key in table:
                table[key] = table[key] + freqs[k]
            else:
                table[key] = freqs[k]
    return table


def bpe_train(words, n_merges):
    segmented = []
    freqs = []
    for w in words:
        segmented.append([ch for ch in w])
        freqs.append(words[w])
    result = []
    while len(result) < n_merges:
        table = count_pairs(segmented, freqs)
        best_pair = None
        best_count = None
        for key in sorted(table):
            if best_pair is None or table[key] > best_count:
                best_pair = key
                best_count = table[key]
        if best_pair is None:
            return result
        result.append(best_pair)
        left, right = best_pair
        for toks in segmented:
            i = 0
            while i < len(toks) - 1:
                if toks[i] == left and toks[i + 1] == right:
                    toks[i:i + 2] = [left + right]
                i += 1
    return result
