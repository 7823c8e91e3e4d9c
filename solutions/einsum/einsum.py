"""Einstein summation from axes alone: align every operand to one list of letters, multiply, sum.

The letters get a common order, the result's first. Each operand is brought to that order with a length-one
axis for every letter it lacks, so that NumPy's broadcasting does the product and the trailing axes are summed.
Sizes are compared before that: afterwards, broadcasting would hide a 1 that meets an n.

Time and memory O(product of all letters' sizes): the whole table of products exists at once. That is
simple, but not economical; see below.
"""

import numpy as np


def einsum(subscripts, *operands):
    """The sum, over the letters not kept, of the products of the operands' entries."""
    inputs, output = subscripts.split("->")
    terms = inputs.split(",")
    sizes = {}
    for term, operand in zip(terms, operands, strict=True):
        for letter, size in zip(term, operand.shape, strict=True):
            if sizes.setdefault(letter, size) != size:
                raise ValueError(f"{letter} has sizes {sizes[letter]} and {size}")
    unknown = set(output) - set(sizes)
    if unknown:
        raise ValueError(f"no operand has {', '.join(unknown)}")

    letters = output + "".join(letter for letter in sizes if letter not in output)
    product = 1.0
    for term, operand in zip(terms, operands, strict=True):
        product = product * _aligned(term, operand, letters)
    return np.sum(product, axis=tuple(range(len(output), len(letters))))


def _aligned(term, operand, letters):
    """A view of the operand with one axis for each of ``letters``, of length one where ``term`` lacks it."""
    for letter in term:
        while term.count(letter) > 1:
            first, second = term.index(letter), term.rindex(letter)
            operand = np.diagonal(operand, axis1=first, axis2=second)  # the diagonal becomes the last axis
            term = term[:first] + term[first + 1 : second] + term[second + 1 :] + letter
    present = [letter for letter in letters if letter in term]
    operand = operand.transpose([term.index(letter) for letter in present])
    return np.expand_dims(operand, [at for at, letter in enumerate(letters) if letter not in term])


# What an interviewer asks next
#
# How would you avoid the big table? Contract two operands at a time: move their shared, summed letters to the
# ends, reshape both to matrices and use matmul, with the letters that are shared and kept as a batch axis. A
# letter may be summed in a pair only if neither a later operand nor the output needs it.
#
# In which order should the pairs be contracted? Finding the cheapest is NP-hard in general. Greedy (the
# pair that shrinks the data most) is the usual choice; np.einsum_path shows what NumPy would do.
#
# How do you take the gradient? By another einsum: swap the operand's term with the output's and pass the
# incoming gradient in its place. For 'ij,jk->ik', dA is 'ik,jk->ij' of the gradient and B. Letters only
# that operand has need broadcasting instead.
