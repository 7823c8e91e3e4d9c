from functools import reduce
import numpy as np


def bpe_encode(word, merges):
    """Fold over merges; inside, fold over tokens with a stack."""
    def push(pair):
        def go(stack, tok):
            if stack and stack[-1] == pair[0] and tok == pair[1]:
                stack[-1] += tok
            else:
                stack.append(tok)
            return stack
        return go
    return reduce(lambda toks, pair: reduce(push(pair), toks, []), merges, list(word))
