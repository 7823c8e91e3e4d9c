import numpy as np

FIRST = 0x20000  # one private code point per token, so that str.replace is an exact merge


def bpe_train(words, n_merges):
    code, text = {}, {}

    def char_of(token):
        if token not in code:
            code[token] = chr(FIRST + len(code))
            text[code[token]] = token
        return code[token]

    corpus = [["".join(map(char_of, w)), c] for w, c in words.items()]
    merges = []
    while len(merges) < n_merges:
        tally = {}
        for s, c in corpus:
            for i in range(1, len(s)):
                tally[s[i - 1:i + 1]] = tally.get(s[i - 1:i + 1], 0) + c
        if not tally:
            break
        as_strings = {(text[k[0]], text[k[1]]): v for k, v in tally.items()}
        pair = sorted(as_strings.items(), key=lambda kv: (-kv[1], kv[0]))[0][0]
        merges.append(pair)
        old, new = code[pair[0]] + code[pair[1]], char_of(pair[0] + pair[1])
        for row in corpus:
            row[0] = row[0].replace(old, new)
    return merges
