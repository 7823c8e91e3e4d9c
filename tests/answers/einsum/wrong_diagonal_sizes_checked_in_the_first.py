# WRONG: compares sizes inside a term in the first operand only: "k,ii->k" with a (2, 3) does not raise
import numpy as np
def einsum(subscripts, *operands):
    inputs, output = subscripts.split("->")
    terms = inputs.split(",")
    sizes = {}
    for k, (t, o) in enumerate(zip(terms, operands)):
        seen = {}
        for c, s in zip(t, o.shape):
            if k and c in seen: continue
            seen[c] = s
            if sizes.setdefault(c, s) != s: raise ValueError(c)
    if set(output) - set(sizes): raise ValueError
    order = list(output) + [c for c in sizes if c not in output]
    grid = dict(zip(order, np.ogrid[tuple(slice(sizes[c]) for c in order)]))
    table = np.ones([sizes[c] for c in order])
    for t, o in zip(terms, operands):
        table = table * o[tuple(grid[c] for c in t)]
    return table.reshape([sizes[c] for c in output] + [-1]).sum(-1)
