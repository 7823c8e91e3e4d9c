import numpy as np


def einsum(subscripts, *operands):
    """Recursive: fix the first output letter (or summed letter) and go on with smaller operands."""
    lhs, rhs = subscripts.replace(" ", "").split("->")
    terms = lhs.split(",") if lhs else [""]
    arrays = [np.asarray(o, dtype=np.float64) for o in operands]
    if len(terms) != len(arrays):
        raise ValueError("terms and operands")
    sizes = {}
    for term, a in zip(terms, arrays):
        if len(term) != a.ndim:
            raise ValueError("letters and axes")
        for c, n in zip(term, a.shape):
            if sizes.setdefault(c, n) != n:
                raise ValueError("sizes")
    if not all(c in sizes for c in rhs):
        raise ValueError("output letter")

    def fix(c, i, term, a):
        index = tuple(i if d == c else slice(None) for d in term)
        return term.replace(c, ""), a[index]

    def go(terms, arrays, out, bound):
        if out:
            c, rest = out[0], out[1:]
            parts = []
            for i in range(sizes[c]):
                fixed = [fix(c, i, t, a) for t, a in zip(terms, arrays)]
                parts.append(go([t for t, _ in fixed], [a for _, a in fixed], rest, bound))
            return np.stack(parts) if parts else np.zeros([sizes[d] for d in out])
        if bound:
            c, rest = bound[0], bound[1:]
            total = 0.0
            for i in range(sizes[c]):
                fixed = [fix(c, i, t, a) for t, a in zip(terms, arrays)]
                total = total + go([t for t, _ in fixed], [a for _, a in fixed], "", rest)
            return np.asarray(total)
        value = 1.0
        for a in arrays:
            value = value * a
        return np.asarray(value)

    return go(terms, arrays, rhs, "".join(c for c in sizes if c not in rhs))
