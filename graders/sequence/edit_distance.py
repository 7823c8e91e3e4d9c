"""Edit distance: three edits of cost 1, the border of the table, whole tokens, and more than 255 of them."""

import ast
import collections
import difflib
import functools

import numpy as np

from mlprep.grading.api import Case, alternative, equal, faster_than, mistake, uses

CHECKS = (equal(),)


def cases(rng):
    def word(length, letters="abcd"):
        return "".join(rng.choice(list(letters), size=length).tolist())

    def tokens(length, many=4):
        return rng.integers(many, size=length).tolist()

    yield Case("one letter substituted", "cat", "cut")
    yield Case("one letter inserted", "cat", "cart")
    yield Case("one letter deleted", "cart", "cat")
    yield Case("equal words", "tensor", "tensor")
    yield Case("nothing in common", "abc", "xyz")
    yield Case("a letter in front", "bcd", "abcd")
    yield Case("two deletions at the front", "xyab", "ab")
    yield Case("two deletions at the end", "abxy", "ab")
    yield Case("a letter at the end", "abc", "abcd")
    yield Case("kitten and sitting", "kitten", "sitting")
    yield Case("sunday and saturday", "sunday", "saturday")
    yield Case("intention and execution", "intention", "execution")
    yield Case("repeated letters", "aaab", "abaaa")
    yield Case("words of a sentence", ["the", "cat", "sat"], ["a", "cat", "sat", "down"])
    yield Case("random letters", word(9), word(6))
    yield Case("random letters, b longer", word(5, "ab"), word(8, "ab"))
    yield Case("random tokens", tokens(7), tokens(10))
    yield Case("two letters swapped", "ab", "ba").edge("swapped neighbors")
    yield Case("two pairs swapped", "badc", "abcd").edge("swapped neighbors")
    yield Case("swapped and more", "acbd", "abcde").edge("swapped neighbors")
    yield Case("a is empty", "", "abc").edge("empty sequences")
    yield Case("b is empty", "ab", "").edge("empty sequences")
    yield Case("both are empty", "", "").edge("empty sequences")
    yield Case("an empty list", [], [3, 1]).edge("empty sequences")
    yield Case("the same letters in other tokens", ["ab", "c"], ["a", "bc"]).edge("token lists")
    yield Case("tokens with a common beginning", ["play", "##ed"], ["play", "##ing", "##ed"]).edge("token lists")
    yield Case("numbers of several digits", [12, 3, 45], [1, 23, 45]).edge("token lists")
    yield Case("1 and \"1\"", [1, "1", 2], ["1", "1", "2"]).edge("token lists")
    yield Case("upper and lower case", "Paris", "paris").edge("upper case")
    yield Case("three capitals", "GeLU", "gelu").edge("upper case")
    yield Case("300 letters against one", "a" * 300, "b").plain().edge("long sequences")
    yield Case("one letter against 300", "b", "ab" * 150).plain().edge("long sequences")
    # the plain recursion takes more than a million calls for these
    again = Case("nine letters against nine others", "abcdefghi", "rstuvwxyz").plain()
    yield again.judged(equal(), faster_than(100, "Compute each pair of prefixes once.")).edge("long sequences")
    yield Case("thirty against fifty", tokens(30, 3), tokens(50, 3)).plain().edge("long sequences")
    common = word(6)
    yield Case("a word at the other end", word(14, "xy") + common, common + word(14, "uv")).plain().edge(
        "long sequences")
    yield Case("200 tokens against 200", tokens(200, 9), tokens(200, 9)).once().edge("long sequences")


def table(a, b, *, insert=1, delete=1, substitute=1, match=0, rows=True, columns=True, swap=None, dtype=int,
          equals=lambda one, other: one == other):
    D = np.zeros((len(a) + 1, len(b) + 1), dtype=dtype)
    if columns:
        D[:, 0] = np.arange(len(a) + 1)
    if rows:
        D[0] = np.arange(len(b) + 1)
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            same = equals(a[i - 1], b[j - 1])
            steps = [D[i - 1, j - 1] + D.dtype.type(match if same else substitute)]
            steps += [D[i, j - 1] + D.dtype.type(insert)] if insert else []
            steps += [D[i - 1, j] + D.dtype.type(delete)] if delete else []
            if swap and i > 1 and j > 1 and equals(a[i - 1], b[j - 2]) and equals(a[i - 2], b[j - 1]):
                steps.append(D[i - 2, j - 2] + D.dtype.type(swap))
            D[i, j] = min(steps)
    return D


@mistake("A substitution costs 2 in your code, as if it were a deletion and an insertion. It is one edit.")
def substitution_costs_2(a, b):
    return int(table(a, b, substitute=2)[-1, -1])


@mistake("You count a swap of two neighbors as one edit. It takes two: only insertions, deletions and substitutions "
         "are edits.")
def swap_is_one_edit(a, b):
    return int(table(a, b, swap=1)[-1, -1])


@mistake("The border of your table is wrong. From i tokens to none it takes i deletions, and from none to j tokens it "
         "takes j insertions.", constants={"side": ("both", "first row", "first column")})
def border_of_zeros(a, b, *, side):
    return int(table(a, b, rows=side == "first column", columns=side == "first row")[-1, -1])


@mistake("You leave out the insertions. The least cost is over three ways: insert, delete, and substitute or keep.")
def no_insertion(a, b):
    return int(table(a, b, insert=0)[-1, -1])


@mistake("You leave out the deletions. The least cost is over three ways: insert, delete, and substitute or keep.")
def no_deletion(a, b):
    return int(table(a, b, delete=0)[-1, -1])


@mistake("You count a substitution where the two tokens are equal. Keeping a token costs nothing.")
def match_costs_1(a, b):
    return int(table(a, b, match=1)[-1, -1])


@mistake("You compare position by position and add the difference of the lengths. One inserted token shifts all that "
         "follow, so compare prefixes of all lengths.")
def position_by_position(a, b):
    return sum(one != other for one, other in zip(a, b)) + abs(len(a) - len(b))


@mistake("You walk through both sequences once and decide at each difference by the lengths that are left. The best "
         "edit there may be another one, so compare prefixes of all lengths.")
def decided_on_the_way(a, b):
    i = j = edits = 0
    while i < len(a) and j < len(b):
        more = (len(a) - i) - (len(b) - j)
        edits += a[i] != b[j]
        i, j = (i + 1, j + 1) if a[i] == b[j] or more == 0 else (i + 1, j) if more > 0 else (i, j + 1)
    return edits + len(a) - i + len(b) - j


@mistake("You count everything between the common beginning and the common end as changed. Tokens in between may match "
         "too, so compare prefixes of all lengths.")
def common_ends_removed(a, b):
    a, b = list(a), list(b)
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    return max(len(a), len(b))


@mistake("You compare how often each token occurs, but not the order of the tokens.")
def counts_of_tokens(a, b):
    one, other = collections.Counter(a), collections.Counter(b)
    return max(sum((one - other).values()), sum((other - one).values()))


@mistake("You overwrite the entry above to the left before you use it. Remember it before you write the new one, or "
         "keep the row above.")
def diagonal_overwritten(a, b):
    row = list(range(len(b) + 1))
    for i, token in enumerate(a, 1):
        row[0] = i
        for j, other in enumerate(b, 1):
            row[j] = min(row[j - 1] + (token != other), row[j] + 1, row[j - 1] + 1)
    return row[-1]


@mistake("You go on from equal tokens only, and otherwise add 1 to the entry above to the left, whatever the other two "
         "are. Take the least of all three.")
def diagonal_alone(a, b):
    return int(table(a, b, insert=0, delete=0)[-1, -1])


@mistake("You never look at the last token of each sequence. The table has one row and one column more than there are "
         "tokens.")
def last_token_left_out(a, b):
    return int(table(a[:-1], b[:-1])[-1, -1]) if a and b else len(a) + len(b)


@mistake("You never look at the first token of each sequence. Row i of the table belongs to token i - 1.")
def first_token_left_out(a, b):
    return int(table(a[1:], b[1:])[-1, -1]) if a and b else len(a) + len(b)


@mistake("You return the length of the longest common subsequence. Count the edits.")
def common_subsequence(a, b):
    D = np.zeros((len(a) + 1, len(b) + 1), dtype=int)
    for i, token in enumerate(a):
        for j, other in enumerate(b):
            D[i + 1, j + 1] = D[i, j] + 1 if token == other else max(D[i, j + 1], D[i + 1, j])
    return int(D[-1, -1])


@mistake("You divide by a length, as an error rate does. Return the number of edits.",
         constants={"by": ("b", "a", "the longer")})
def normalized(a, b, *, by):
    length = {"a": len(a), "b": len(b), "the longer": max(len(a), len(b))}[by]
    return table(a, b)[-1, -1] / length if length else 0.0


@mistake("You join the tokens to one text and compare its characters. Compare whole tokens.",
         constants={"between": ("", " ")})
def tokens_joined(a, b, *, between):
    a, b = (each if isinstance(each, str) else between.join(map(str, each)) for each in (a, b))
    return int(table(a, b)[-1, -1])


@mistake("1 and \"1\" count as equal in your code, as they do once they are converted to one type. Compare the tokens "
         "as they are.")
def tokens_as_text(a, b):
    return int(table(a, b, equals=lambda one, other: str(one) == str(other))[-1, -1])


@mistake("You ignore upper and lower case. Compare the characters as they are.")
def case_ignored(a, b):
    return int(table(a, b, equals=lambda one, other: str(one).lower() == str(other).lower())[-1, -1])


@mistake("Your counts wrap around, as in a table of small integers. Use Python's ints, or NumPy's default integers.",
         constants={"dtype": ("uint8", "int8")})
def counts_wrap_around(a, b, *, dtype):
    with np.errstate(over="ignore"):
        return int(table(a, b, dtype=dtype)[-1, -1])


@mistake("difflib does not look for the least number of edits. It takes the longest common block first.",
         when=uses("SequenceMatcher", "difflib", "ndiff"))
def by_difflib(a, b):
    steps = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    return sum(max(i2 - i1, j2 - j1) for kind, i1, i2, j1, j2 in steps if kind != "equal")


def is_recursive(source, failure):
    """Whether a function calls itself by name."""
    return any(
        isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == function.name
        for function in ast.walk(source.tree) if isinstance(function, ast.FunctionDef) for call in ast.walk(function)
    )


@mistake("Your recursion computes the same prefixes again and again, so its time grows exponentially. Keep the "
         "distance of each pair of prefixes, or fill a table.", kind="slow", when=is_recursive)
def computed_again_and_again(a, b):
    if not a or not b:
        return len(a) + len(b)
    return min(computed_again_and_again(a[1:], b[1:]) + (a[0] != b[0]), computed_again_and_again(a[1:], b) + 1,
               computed_again_and_again(a, b[1:]) + 1)


@mistake("You return a float. The number of edits is an int.")
def a_float(a, b):
    return float(table(a, b)[-1, -1])


@mistake("You return the whole table. Return its last entry.")
def whole_table(a, b):
    return table(a, b)


@alternative
def with_a_table(a, b):
    return table(a, b)[len(a)][len(b)]


@alternative
def by_memoized_recursion(a, b):
    @functools.cache
    def distance(i, j):
        if not i or not j:
            return i + j
        if a[i - 1] == b[j - 1]:
            return distance(i - 1, j - 1)
        return 1 + min(distance(i - 1, j), distance(i, j - 1), distance(i - 1, j - 1))

    return distance(len(a), len(b))


@alternative
def by_furthest_reach(a, b):
    # how far into a each diagonal comes with so many edits
    reach, edits = {0: 0}, 0
    while True:
        for d in reach:
            i = reach[d]
            while i < len(a) and i + d < len(b) and a[i] == b[i + d]:
                i += 1
            reach[d] = i
        if reach.get(len(b) - len(a), -1) >= len(a):
            return edits
        edits += 1
        nexts = {}
        for d in range(-min(edits, len(a)), min(edits, len(b)) + 1):
            ways = [reach[d] + 1] if d in reach else []
            ways += [reach[d - 1]] if d - 1 in reach else []
            ways += [reach[d + 1] + 1] if d + 1 in reach else []
            nexts[d] = min(max(ways), len(a), len(b) - d)
        reach = nexts
