import numpy as np


def einsum(subscripts, *operands):
    """Everything on one big broadcast grid, then sum."""
    left, out = subscripts.replace(" ", "").split("->")
    terms = left.split(",")
    if len(terms) != len(operands):
        raise ValueError("number of operands")
    size = {}
    arrays = []
    for term, op in zip(terms, operands):
        op = np.asarray(op)
        if op.ndim != len(term):
            raise ValueError("number of axes")
        for letter, n in zip(term, op.shape):
            if size.setdefault(letter, n) != n:
                raise ValueError(f"sizes of {letter} differ")
        # diagonals
        names = list(term)
        for letter in set(names):
            while names.count(letter) > 1:
                i = names.index(letter)
                j = names.index(letter, i + 1)
                op = np.diagonal(op, axis1=i, axis2=j)
                del names[j], names[i]
                names.append(letter)
        arrays.append((names, op))
    if set(out) - set(size):
        raise ValueError("unknown output letter")
    letters = list(out) + [c for c in size if c not in out]
    grid = np.ones(())
    for names, op in arrays:
        present = [c for c in letters if c in names]
        op = op.transpose([names.index(c) for c in present])
        grid = grid * op.reshape([size[c] if c in names else 1 for c in letters])
    grid = np.broadcast_to(grid, [size[c] for c in letters])
    return grid.sum(axis=tuple(range(len(out), len(letters))))
