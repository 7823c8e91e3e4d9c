import numpy as np

BASE = 0x20000


def bpe_encode(word, merges):
    """Each distinct token is one private character: str.replace is then exactly one pass."""
    to_char, to_text = {}, {}

    def enc(s):
        if s not in to_char:
            to_char[s] = chr(BASE + len(to_char))
            to_text[to_char[s]] = s
        return to_char[s]

    line = "".join(enc(c) for c in word)
    for a, b in merges:
        line = line.replace(enc(a) + enc(b), enc(a + b))
    return [to_text[c] for c in line]
