"""Any explicit subscripts: diagonals, any number of operands, the output's order, and no broadcasting."""

from itertools import product

import numpy as np

from mlprep.grading.api import Case, alternative, close, mistake, must_not_call, says, uses

# np.einsum, and the C function that does its work
INNER = "numpy._core" if int(np.__version__.split(".")[0]) >= 2 else "numpy.core"
CHECKS = (close(), must_not_call("numpy.einsum", f"{INNER}.multiarray.c_einsum"))


def cases(rng):
    def draw(*shape):
        return rng.normal(size=shape)

    small = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    yield Case("sum of a vector", "i->", np.array([1.0, 2.0, 4.0]))
    yield Case("copy of a matrix", "ij->ij", small)
    yield Case("transpose", "ij->ji", small)
    yield Case("column sums", "ij->j", small)
    yield Case("dot product", "i,i->", draw(4), draw(4))
    yield Case("outer product, transposed", "i,j->ji", draw(2), draw(3))
    yield Case("matrix product", "ik,kj->ij", small, draw(3, 4))
    yield Case("matrix product, letters out of order", "zy,ya->za", draw(2, 3), draw(3, 4))
    yield Case("matrix times matrix, entry by entry", "ij,ij->ij", draw(2, 3), draw(2, 3))
    yield Case("matrix times a matrix, mirrored", "ij,ji->i", draw(2, 3), draw(3, 2))
    yield Case("a letter of size 1 throughout", "ij,jk->ik", draw(3, 1), draw(1, 2))
    yield Case("a letter summed in one operand alone", "ij,k->k", draw(2, 3), draw(4))
    yield Case("a lone letter in the second operand", "i,ij->i", draw(2), draw(2, 3))
    yield Case("axes rotated", "ijk->kij", draw(2, 3, 4))
    yield Case("batched matrix product", "bij,bjk->bik", draw(2, 3, 2), draw(2, 2, 4))
    yield Case("attention scores", "bhqd,bhkd->bhqk", draw(2, 1, 3, 2), draw(2, 1, 2, 2))
    yield Case("three hundred along the summed letter", "ik,kj->ij", draw(2, 300), draw(300, 2)).plain()
    label = "repeated letters"
    yield Case("trace", "ii->", np.array([[1.0, 2.0], [3.0, 4.0]])).edge(label)
    yield Case("diagonal", "ii->i", draw(3, 3)).edge(label)
    yield Case("diagonal of the first two axes", "iij->j", draw(3, 3, 2)).edge(label)
    yield Case("a diagonal before an axis of its size", "iij->ij", draw(2, 2, 2)).edge(label)
    yield Case("diagonal of the outer axes", "iji->ji", draw(3, 2, 3)).edge(label)
    yield Case("diagonal of three axes", "iii->i", draw(2, 2, 2)).edge(label)
    yield Case("two diagonals", "ijij->ji", draw(2, 3, 2, 3)).edge(label)
    yield Case("diagonal times vector", "ii,i->i", draw(3, 3), draw(3)).edge(label)
    yield Case("vector times diagonal", "i,ii->i", draw(3), draw(3, 3)).edge(label)
    yield Case("matrix times diagonal", "ij,jj->i", draw(2, 3), draw(3, 3)).edge(label)
    label = "three or more operands"
    yield Case("one letter in three operands", "i,i,i->", draw(4), draw(4), draw(4)).edge(label)
    yield Case("a chain of three", "ij,jk,kl->il", draw(2, 3), draw(3, 2), draw(2, 4)).edge(label)
    yield Case("a letter that the third needs again", "ij,ij,jk->ik", draw(2, 3), draw(2, 3), draw(3, 2)).edge(label)
    yield Case("a diagonal in the third", "i,ij,jj->i", draw(2), draw(2, 3), draw(3, 3)).edge(label)
    yield Case("four operands", "a,ab,bc,c->b", draw(2), draw(2, 3), draw(3, 2), draw(2)).edge(label)
    yield Case("a ring of four", "ab,bc,cd,da->", draw(2, 3), draw(3, 2), draw(2, 2), draw(2, 2)).edge(label)
    six = draw(2), draw(2), draw(2, 3), draw(3), draw(3, 2), draw(2)
    yield Case("six operands", "i,i,ij,j,jk,k->i", *six).edge(label)
    yield Case("small and capital letters", "aA,Ab->ab", draw(2, 3), draw(3, 2)).edge("capital letters")
    yield Case("the same letter, small and capital", "aA,Ab->ab", draw(2, 2), draw(2, 2)).edge("capital letters")
    label = "sizes that differ"
    yield Case("sizes 3 and 4 for one letter", "ij,jk->ik", draw(2, 3), draw(4, 2)).edge(label)
    yield Case("sizes 1 and 3 for one letter", "ij,jk->ik", draw(2, 1), draw(3, 2)).edge(label)
    yield Case("sizes 3 and 1 for a kept letter", "i,i->i", draw(3), draw(1)).edge(label)
    yield Case("sizes 2 and 3 on a diagonal", "ii->", draw(2, 3)).edge(label)
    yield Case("sizes 1 and 2 on a diagonal", "ii->i", draw(1, 2)).edge(label)
    yield Case("sizes 2 and 3 on a later diagonal", "k,ii->k", draw(2), draw(2, 3)).edge(label)
    yield Case("sizes that disagree in the third operand", "i,j,i->j", draw(2), draw(3), draw(1)).edge(label)
    later = draw(2, 3), draw(3, 4), draw(1, 2)
    yield Case("sizes that disagree after the first operand", "ij,jk,kl->il", *later).edge(label)
    yield Case("an output letter that no operand has", "ij->ik", draw(2, 2)).edge("unknown letters")
    yield Case("an unknown output letter beside a sum", "i,j->ijk", draw(2), draw(3)).edge("unknown letters")


def _parsed(subscripts):
    inputs, output = subscripts.split("->")
    return inputs.split(","), output


def _checked(terms, output, operands):
    sizes = {}
    for term, operand in zip(terms, operands):
        for letter, size in zip(term, operand.shape):
            if sizes.setdefault(letter, size) != size:
                raise ValueError
    if set(output) - set(sizes):
        raise ValueError
    return sizes


def _table(terms, output, operands, sizes):
    """All index tuples at once; an axis that is too short starts again, as a stretched 1 does."""
    order = [*output, *(letter for letter in sizes if letter not in output)]
    grids = dict(zip(order, np.ogrid[tuple(slice(sizes[letter]) for letter in order)]))
    table = np.ones([sizes[letter] for letter in order])
    for term, operand in zip(terms, operands):
        table = table * operand[tuple(grids[letter] % n for letter, n in zip(term, operand.shape))]
    return table.reshape([sizes[letter] for letter in output] + [-1]).sum(axis=-1)


@mistake("You let a size of 1 stretch to another size. In einsum nothing broadcasts, so sizes 1 and n of one letter "
         "must raise ValueError.")
def one_broadcasts(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = {}
    for term, operand in zip(terms, operands):
        for letter, size in zip(term, operand.shape):
            known = sizes.setdefault(letter, size)
            if known != size and 1 not in (known, size):
                raise ValueError
            sizes[letter] = max(known, size)
    if set(output) - set(sizes):
        raise ValueError
    return _table(terms, output, operands, sizes)


@mistake("You let a size of 1 stretch to another size. In einsum nothing broadcasts, so sizes 1 and n of one letter "
         "must raise ValueError.")
def one_broadcasts_between_operands(subscripts, *operands):
    terms, output = _parsed(subscripts)
    for term, operand in zip(terms, operands):
        _checked([term], "", [operand])
    return one_broadcasts(subscripts, *operands)


@mistake("You accept a size of 1 for a letter that already has another size. In einsum nothing broadcasts, so raise "
         "ValueError.")
def later_one_broadcasts(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = {}
    for term, operand in zip(terms, operands):
        for letter, size in zip(term, operand.shape):
            if sizes.setdefault(letter, size) != size and size != 1:
                raise ValueError
    if set(output) - set(sizes):
        raise ValueError
    return _table(terms, output, operands, sizes)


@mistake("You compare sizes with those of the first operand only. Later operands can disagree with each other as well, "
         "so compare every occurrence of a letter.")
def compared_with_the_first(subscripts, *operands):
    terms, output = _parsed(subscripts)
    first, sizes = dict(zip(terms[0], operands[0].shape)), {}
    for term, operand in zip(terms, operands):
        for letter, size in zip(term, operand.shape):
            if first.get(letter, size) != size:
                raise ValueError
            sizes[letter] = max(size, sizes.get(letter, 1))
    if set(output) - set(sizes):
        raise ValueError
    return _table(terms, output, operands, sizes)


@mistake("You compare sizes between operands but not within one, where a diagonal silently stops at the shorter side. "
         "Raise ValueError for 'ii' on an array of shape (2, 3).")
def diagonal_of_a_rectangle(subscripts, *operands):
    terms, output = _parsed(subscripts)
    cut = []
    for term, operand in zip(terms, operands):
        least = {letter: min(s for l, s in zip(term, operand.shape) if l == letter) for letter in term}
        cut.append(operand[tuple(slice(least[letter]) for letter in term)])
    return _table(terms, output, cut, _checked(terms, output, cut))


@mistake("You compare the sizes of a repeated letter in the first operand only. 'k,ii->k' with a second operand of "
         "shape (2, 3) must raise ValueError.")
def diagonals_checked_in_the_first(subscripts, *operands):
    terms, output = _parsed(subscripts)
    _checked(terms[:1], "", operands[:1])
    return diagonal_of_a_rectangle(subscripts, *operands)


@mistake("You never compare sizes or check the output letters. Sizes that differ and unknown letters must raise "
         "ValueError.")
def nothing_checked(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = {}
    for term, operand in zip(terms, operands):
        for letter, size in zip(term, operand.shape):
            sizes[letter] = max(size, sizes.get(letter, 1))
    return _table(terms, "".join(letter for letter in output if letter in sizes), operands, sizes)


@mistake("The axes of your result are in the order in which the letters first appear. Use the order after the arrow.")
def output_order_ignored(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    return _table(terms, "".join(letter for letter in sizes if letter in output), operands, sizes)


@mistake("The axes of your result are in alphabetical order, as without an arrow. Use the order after the arrow.")
def output_sorted(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    return _table(terms, "".join(sorted(output)), operands, sizes)


@mistake("You apply the inverse of the permutation. For each axis of the result, give the axis that it comes from: the "
         "two differ with three axes or more.")
def inverse_permutation(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    kept = [letter for letter in sizes if letter in output]
    return _table(terms, "".join(kept), operands, sizes).transpose([output.index(letter) for letter in kept])


def _renamed(term, keep):
    """The term with every repetition of a letter after the first ``keep`` made a separate letter."""
    return [letter if term[:at].count(letter) < keep else f"{letter}{at}" for at, letter in enumerate(term)]


def _independent(terms, output, operands, keep, first=0):
    _checked(terms, output, operands)
    named = [list(term) if i < first else _renamed(term, keep) for i, term in enumerate(terms)]
    named = [[letter if len(letter) == 1 else f"{letter}/{i}" for letter in term] for i, term in enumerate(named)]
    return _table(named, output, operands, _checked(named, output, operands))


@mistake("The two axes of a repeated letter run independently in your code. Take their diagonal: 'ii' means A_ii.")
def repeated_letters_independent(subscripts, *operands):
    terms, output = _parsed(subscripts)
    return _independent(terms, output, operands, 1)


@mistake("An operand that repeats a letter has more axes than letters in your transpose. Take the diagonal first.",
         when=uses("transpose"))
def diagonal_forgotten(subscripts, *operands):
    terms, output = _parsed(subscripts)
    letters = list(output) + [letter for letter in _checked(terms, output, operands) if letter not in output]
    table = 1.0
    for term, operand in zip(terms, operands):
        moved = operand.transpose([term.index(letter) for letter in letters if letter in term])
        table = table * moved[tuple(slice(None) if letter in term else None for letter in letters)]
    return table.sum(axis=tuple(range(len(output), len(letters))))


@mistake("Repeated letters take the diagonal in your first operand only. Do the same in every operand.")
def diagonals_in_the_first_only(subscripts, *operands):
    terms, output = _parsed(subscripts)
    return _independent(terms, output, operands, 1, first=1)


@mistake("Where an operand has a letter three times, you take the diagonal of two axes and sum the third. Take the "
         "diagonal of all three.")
def third_letter_summed(subscripts, *operands):
    terms, output = _parsed(subscripts)
    return _independent(terms, output, operands, 2)


@mistake("The axis of a diagonal stays where its letter first was in your list, but np.diagonal moves it to the end. "
         "Move the letter to the end as well.", when=uses("np.diagonal"))
def diagonal_axis_misplaced(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    flat = []
    for term, operand in zip(terms, operands):
        for letter in dict.fromkeys(term):
            while term.count(letter) > 1:
                first, second = term.index(letter), term.rindex(letter)
                operand = np.diagonal(operand, axis1=first, axis2=second)
                term = term[:second] + term[second + 1 :]
        flat.append((term, operand))
    return _table([term for term, _ in flat], output, [operand for _, operand in flat], sizes)


@mistake("You sum over every letter that two operands share, even one that the result keeps. Do not sum over a kept "
         "letter.")
def kept_letters_contracted(subscripts, *operands):
    terms, output = _parsed(subscripts)
    _checked(terms, output, operands)
    term, value = terms[0], operands[0]
    for other, operand in zip(terms[1:], operands[1:]):
        shared = [letter for letter in term if letter in other]
        axes = [term.index(letter) for letter in shared], [other.index(letter) for letter in shared]
        value = np.tensordot(value, operand, axes)
        term = "".join(letter for letter in term + other if letter not in shared)
    value = value.sum(axis=tuple(at for at, letter in enumerate(term) if letter not in output))
    term = "".join(letter for letter in term if letter in output)
    return value.transpose([term.index(letter) for letter in output])


@mistake("You sum over a letter as soon as two operands are multiplied. If a later operand has it too, wait until all "
         "of them are multiplied.")
def summed_too_early(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    term, value = terms[0], operands[0]
    for other, operand in zip(terms[1:], operands[1:]):
        shared = set(term) & set(other) - set(output)
        out = "".join(letter for letter in dict.fromkeys(term + other) if letter not in shared)
        value = _table([term, other], out, [value, operand], {c: sizes[c] for c in term + other})
        term = out
    return _table([term], output, [value], {letter: sizes[letter] for letter in term})


@mistake("You sum over a letter as soon as the next operand lacks it. A later one may have it again, so wait until no "
         "operand and no output needs it.")
def only_the_next_is_asked(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    term, value = terms[0], operands[0]
    for at, (other, operand) in enumerate(zip(terms[1:], operands[1:]), 2):
        needed = output + "".join(terms[at : at + 1])
        out = "".join(letter for letter in dict.fromkeys(term + other) if letter in needed)
        value = _table([term, other], out, [value, operand], {c: sizes[c] for c in term + other})
        term = out
    return _table([term], output, [value], {letter: sizes[letter] for letter in output + term})


@mistake("You do not tell small letters from capitals. 'a' and 'A' name two axes.")
def capitals_ignored(subscripts, *operands):
    terms, output = _parsed(subscripts.lower())
    return _table(terms, output, operands, _checked(terms, output, operands))


@mistake("You multiply only the first two operands. There may be any number of them.")
def two_operands_only(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    return _table(terms[:2], output, operands[:2], sizes)


@mistake("You take the first entry of a letter that only one operand has. Sum over it, unless the result keeps it.")
def lone_letters_not_summed(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    letters = "".join(terms)
    lone = [letter for letter in sizes if letters.count(letter) == 1 and letter not in output and len(terms) > 1]
    return _table(terms, output, operands, sizes | dict.fromkeys(lone, 1))


@mistake("You leave an output letter that no operand has out of the result. Raise ValueError for it.")
def unknown_letter_ignored(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, "", operands)
    return _table(terms, "".join(letter for letter in output if letter in sizes), operands, sizes)


@mistake("An output letter that no operand has must raise ValueError. Your lookup raises KeyError, so check the "
         "letters first.", kind="crashed", when=says("must raise ValueError. Your function raised KeyError"))
def unknown_letter_is_a_key_error(subscripts, *operands):
    terms, output = _parsed(subscripts)
    return _table(terms, output, operands, _checked(terms, "", operands))


def _is_of_another_class(source, failure):
    said = "" if failure is None else failure.reason
    return "must raise ValueError. Your function raised" in said and "KeyError" not in said


@mistake("Subscripts that do not fit the operands must raise ValueError. Check sizes and letters first.",
         kind="crashed", when=_is_of_another_class)
def another_exception(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = {}
    for term, operand in zip(terms, operands):
        for letter, size in zip(term, operand.shape):
            assert sizes.setdefault(letter, size) == size
    assert set(output) <= set(sizes)
    return _table(terms, output, operands, sizes)


@mistake("You write into an operand itself. Multiply into a new array.",
         kind="changed", when=says("argument was modified"))
def in_place(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    result = _table(terms, output, operands, sizes)
    operands[0][...] = 0.0
    return result


@mistake("NumPy's own einsum does the work. Write it yourself.", kind="calls", when=says("was called"))
def numpy_does_it(subscripts, *operands):
    terms, output = _parsed(subscripts)
    _checked(terms, output, operands)
    return np.einsum(subscripts, *operands)


@alternative
def plain_loops(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    out = np.zeros([sizes[letter] for letter in output])
    for index in product(*(range(size) for size in sizes.values())):
        at = dict(zip(sizes, index))
        value = 1.0
        for term, operand in zip(terms, operands):
            value *= operand[tuple(at[letter] for letter in term)]
        out[tuple(at[letter] for letter in output)] += value
    return out if output else float(out)


@alternative
def by_indexing(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    order = list(output) + [letter for letter in sizes if letter not in output]
    grids = dict(zip(order, np.ogrid[tuple(slice(sizes[letter]) for letter in order)]))
    table = np.ones([sizes[letter] for letter in order])
    for term, operand in zip(terms, operands):
        table = table * operand[tuple(grids[letter] for letter in term)]
    return table.reshape([sizes[letter] for letter in output] + [-1]).sum(axis=-1)


@alternative
def pair_by_pair(subscripts, *operands):
    terms, output = _parsed(subscripts)
    sizes = _checked(terms, output, operands)
    plain = []
    for term, operand in zip(terms, operands):
        letters = "".join(dict.fromkeys(term))
        index = np.indices([sizes[letter] for letter in letters])
        plain.append((letters, operand[tuple(index[letters.index(letter)] for letter in term)]))
    while len(plain) > 1:
        (left, a), (right, b) = plain.pop(0), plain.pop(0)
        later = set(output).union(*(letters for letters, _ in plain))
        batch = [c for c in left if c in right and c in later]
        summed = [c for c in left if c in right and c not in later]
        rows = [c for c in left if c not in right]
        columns = [c for c in right if c not in left]

        def size(letters):
            return int(np.prod([sizes[c] for c in letters]))

        a = a.transpose([left.index(c) for c in batch + rows + summed])
        b = b.transpose([right.index(c) for c in batch + summed + columns])
        a = a.reshape(size(batch), size(rows), size(summed))
        b = b.reshape(size(batch), size(summed), size(columns))
        kept = batch + rows + columns
        plain.insert(0, ("".join(kept), (a @ b).reshape([sizes[c] for c in kept])))
    letters, value = plain[0]
    value = value.sum(axis=tuple(at for at, c in enumerate(letters) if c not in output))
    left = [c for c in letters if c in output]
    return value.transpose([left.index(c) for c in output])
