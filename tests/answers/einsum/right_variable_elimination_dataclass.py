import dataclasses

import numpy as np


@dataclasses.dataclass(frozen=True)
class Tensor:
    names: tuple
    data: np.ndarray

    def without_repeats(self):
        for i, c in enumerate(self.names):
            if c in self.names[:i]:
                j = self.names.index(c)
                data = np.moveaxis(np.diagonal(self.data, axis1=j, axis2=i), -1, j)
                return Tensor(self.names[:i] + self.names[i + 1:], data).without_repeats()
        return self

    def laid_out(self, names):
        """Axes in the order of names, size 1 for those it does not have."""
        data = self.data.transpose([self.names.index(c) for c in names if c in self.names])
        return data[tuple(slice(None) if c in self.names else None for c in names)]

    def times(self, other):
        names = tuple(dict.fromkeys(self.names + other.names))
        return Tensor(names, self.laid_out(names) * other.laid_out(names))

    def sum_over(self, c):
        k = self.names.index(c)
        return Tensor(self.names[:k] + self.names[k + 1:], self.data.sum(axis=k))


def einsum(subscripts, *operands):
    """Variable elimination: one letter at a time, as in a factor graph."""
    lhs, rhs = subscripts.replace(" ", "").split("->")
    terms = lhs.split(",")
    if len(terms) != len(operands):
        raise ValueError("operands and terms differ in number")
    sizes, factors = {}, []
    for term, op in zip(terms, operands):
        op = np.asarray(op)
        if len(term) != op.ndim:
            raise ValueError("axes and letters differ in number")
        for c, n in zip(term, op.shape):
            if sizes.setdefault(c, n) != n:
                raise ValueError("size of " + c)
        factors.append(Tensor(tuple(term), op).without_repeats())
    for c in rhs:
        if c not in sizes:
            raise ValueError("no letter " + c)
    for c in sizes:
        if c in rhs:
            continue
        hit = [f for f in factors if c in f.names]
        factors = [f for f in factors if c not in f.names]
        joint = hit[0]
        for f in hit[1:]:
            joint = joint.times(f)
        factors.append(joint.sum_over(c))
    result = factors[0]
    for f in factors[1:]:
        result = result.times(f)
    return result.laid_out(tuple(rhs))
