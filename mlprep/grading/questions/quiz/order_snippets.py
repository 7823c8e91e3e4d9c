"""What a snippet prints where axes, order and masks decide."""

from __future__ import annotations

from random import Random

from mlprep.grading.questions.quiz.drawn import Drawn, digits, makes, output


@makes("order-and-axes")
def order_and_axes(rng: Random) -> Drawn:
    """Sums along an axis, argmax, argsort, cumulative sums and the like."""
    a = digits(rng, 4)
    x = [digits(rng, 3), digits(rng, 3)]
    made, table = f"a = np.array({a})", f"x = np.array({x})"
    axis, k = rng.randrange(2), rng.choice((1, 2, 3))
    away = "rows are added up, one sum per column" if axis == 0 else "columns are added up, one sum per row"
    ranks = sorted(a)
    options = [
        (f"{table}\nprint(x.sum(axis={axis}))", f"axis={axis} goes away: {away}."),
        (f"{table}\nprint(x.max(axis={axis}))",
         f"axis={axis} goes away: one maximum per {'column' if axis == 0 else 'row'}."),
        (f"{table}\nprint(x.argmax())", "Without an axis, argmax counts through the flattened array."),
        (f"{table}\nprint(x.argmax(axis={axis}))",
         f"One index per {'column' if axis == 0 else 'row'}, counted along axis {axis}."),
        (f"{table}\nprint(x[:, {k - 1}])", "Column by column: the first index takes all rows."),
        (f"{table}\nprint(x.T[{k - 1}])", "Row i of the transpose is column i."),
        (f"{table}\nprint(x.reshape(3, 2)[{k - 1}])", "reshape reads row by row; it does not transpose."),
        (f"{table}\nprint(np.unravel_index(x.argmax(), x.shape))",
         "unravel_index turns the flat index into a row and a column."),
        (f"{made}\nprint(np.argsort(a))", "argsort gives the places of the sorted entries, smallest first."),
        (f"{made}\nprint(np.argsort(-a)[:{k}])", f"The places of the {k} largest, largest first."),
        (f"{made}\nprint(np.argsort(a)[-2:])", "The places of the two largest, the largest last."),
        (f"{made}\nprint(np.argsort(np.argsort(a)))", "argsort of argsort gives each entry's rank, from 0."),
        (f"{made}\nprint(np.cumsum(a))", "Each entry is the sum up to there."),
        (f"{made}\nprint(np.diff(a))", "Differences of neighbors, one fewer than entries."),
        (f"{made}\nprint(a[::-1][:{k}])", "[::-1] reverses, then the first entries are taken."),
        (f"{made}\nprint(np.roll(a, {k}))",
         f"Entries move {k} to the right, and those that fall off come in on the left."),
        (f"{made}\nprint(np.clip(a, {ranks[1]}, {ranks[2]}))",
         "Smaller entries become the lower bound, larger ones the upper."),
        (f"{made}\nprint(np.maximum(a, {ranks[2]}))",
         "maximum compares entry by entry. max would reduce to one number."),
        (f"{made}\nprint(np.repeat(a[:2], 2), np.tile(a[:2], 2))",
         "repeat doubles each entry, tile repeats the whole."),
        (f"a = np.array({ranks})\nprint(np.searchsorted(a, {ranks[1] + 1 if ranks[1] + 1 != ranks[2] else ranks[2]}))",
         "searchsorted gives the first place where the value keeps the order."),
        (f"a = np.array({[a[0], a[1], a[0], a[0], a[1]]})\nprint(np.unique(a, return_counts=True))",
         "The sorted labels, and how often each occurs."),
        (f"a = np.array({[max(a[:2]), min(a[:2]), max(a[:2])]})\nprint(a.argmax())",
         "Among equal entries argmax takes the first."),
        (f"print(np.arange({k}, {k + 7}, 3))", "arange leaves out its end."),
        (f"print(np.linspace(0, {4 * k}, 5))", "linspace includes both ends, in 4 equal steps."),
        (f"print(np.eye(4)[[{k}, 0]])", "Rows of the identity are one-hot vectors."),
    ]  # fmt: skip
    code, told = rng.choice(options)
    return output(code, told)


@makes("masks")
def masks(rng: Random) -> Drawn:
    """Selecting, counting and replacing with boolean masks."""
    a = digits(rng, 5)
    ranks = sorted(a)
    low, high = ranks[1], ranks[3]
    rows = [digits(rng, 2) for _ in range(3)]
    made, table = f"a = np.array({a})", f"x = np.array({rows})"
    cut = sorted(row[0] for row in rows)[0]
    signed = [value if rng.random() < 0.5 else -value for value in a[:4]]
    options = [
        (f"{made}\nprint(a[a > {low}])", "The entries where the mask is true, in their order."),
        (f"{made}\nprint((a > {low}).sum())", "True counts as 1, so the sum counts."),
        (f"{made}\nprint((a > {low}).mean())", "The mean of a mask is the share of true entries."),
        (f"{made}\nprint(a[(a > {low}) & (a < {high})])", "& needs brackets around each comparison; both must hold."),
        (f"{made}\nprint(a[a > {low} and a < {high}])",
         "`and` asks an array of five for one truth value, so NumPy raises ValueError. Use & with brackets."),
        (f"{made}\nprint(a[~(a > {low})])", "~ flips the mask."),
        (f"{made}\nprint(np.where(a > {low})[0])", "With a condition alone, where gives the places."),
        (f"{made}\nprint(np.where(a > {low}, a, 0))",
         "Where the condition holds the entry, elsewhere 0. The length stays."),
        (f"{made}\na[a > {low}] = 0\nprint(a.sum())", "The assignment writes into a, then what is left is added up."),
        (f"{table}\nprint(x[x[:, 0] > {cut}])", "A mask over the rows keeps whole rows."),
        (f"{table}\nprint((x > {cut}).any(axis=1))", "One truth value per row: is any entry larger?"),
        (f"{table}\nprint((x > {cut}).all(axis=0))", "One truth value per column: are all entries larger?"),
        (f"a = np.array({signed})\nprint(np.maximum(a, 0))", "This is ReLU: negative entries become 0."),
        (f"a = np.array({signed})\nprint((a > 0).astype(np.int64))",
         "This is the slope of ReLU: 1 where the entry is positive."),
        (f"a = np.array([{a[0]}.0, np.nan, {a[1]}.0])\nprint(np.nanmean(a), np.isnan(a).sum())",
         "nanmean leaves NaN out, and isnan finds it."),
        (f"a = np.array([{a[0]}.0, np.nan, {a[1]}.0])\nprint(a.max())",
         "NaN spreads: max of an array with NaN is NaN."),
        (f"y = np.array([1, 0, 1, 1])\np = np.array([1, {a[0] % 2}, 0, 1])\nprint(((p == 1) & (y == 1)).sum())",
         "Both must be 1: these are the true positives."),
        (f"y = np.array([1, 0, 1, 1])\np = np.array([1, {a[0] % 2}, 0, 1])\nprint((p == y).mean())",
         "The share of equal entries, which is the accuracy."),
        (f"print(np.triu(np.ones((3, 3)), k={a[0] % 2}).sum())",
         "k=0 keeps the diagonal and what is above it, k=1 only what is above it."),
        (f"print(np.tril(np.ones((3, 3), dtype=bool))[{a[0] % 3}])", "Row i of a causal mask is true up to column i."),
    ]  # fmt: skip
    code, told = rng.choice(options)
    return output(code, told)
