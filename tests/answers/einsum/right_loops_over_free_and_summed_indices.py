import itertools

import numpy as np


def einsum(subscripts, *operands):
    """The definition, with loops over every index."""
    inputs, _, output = subscripts.partition("->")
    inputs = [t.strip() for t in inputs.split(",")]
    output = output.strip()
    if len(inputs) != len(operands):
        raise ValueError("wrong number of operands")

    sizes = {}
    for term, op in zip(inputs, operands):
        shape = np.shape(op)
        if len(shape) != len(term):
            raise ValueError("wrong number of subscripts")
        for c, n in zip(term, shape):
            if c in sizes and sizes[c] != n:
                raise ValueError("inconsistent size for " + c)
            sizes[c] = n
    for c in output:
        if c not in sizes:
            raise ValueError("unknown letter " + c)

    summed = [c for c in sizes if c not in output]
    pos = {c: i for i, c in enumerate(list(output) + summed)}
    picks = [[pos[c] for c in term] for term in inputs]
    ops = [np.asarray(op, dtype=float) for op in operands]
    result = np.zeros([sizes[c] for c in output])
    for free in itertools.product(*(range(sizes[c]) for c in output)):
        acc = 0.0
        for bound in itertools.product(*(range(sizes[c]) for c in summed)):
            where = free + bound
            value = 1.0
            for op, pick in zip(ops, picks):
                value *= float(op[tuple(where[p] for p in pick)])
            acc += value
        result[free] = acc
    return result
