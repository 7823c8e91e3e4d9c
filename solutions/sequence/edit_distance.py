"""Edit distance: a table over prefixes, of which only one row is kept.

D(i, j) is the distance of the first i tokens of a and the first j of b. The last edit of a cheapest way deletes a's
last token, inserts b's, or substitutes one for the other, which is free where they are equal. Each of the three leaves
a smaller pair of prefixes, whose distance is already known. Entry (i, j) needs the row above and the entry to its left,
so one row is enough, if the entry above to the left is remembered before it is overwritten.

O(len(a) · len(b)) time, O(len(b)) memory.
"""


def edit_distance(a, b):
    """The least number of insertions, deletions and substitutions from a to b."""
    row = list(range(len(b) + 1))  # from no token of a: insert all of b
    for i, token in enumerate(a, 1):
        diagonal, row[0] = row[0], i  # to no token of b: delete all of a
        for j, other in enumerate(b, 1):
            substituted = diagonal + (token != other)
            diagonal = row[j]
            row[j] = min(substituted, row[j] + 1, row[j - 1] + 1)
    return row[-1]


# What an interviewer asks next
#
# How do you get the edits themselves? Keep the whole table and walk back from its last entry: at each step go to a
# neighbor from which the entry can have come. That takes O(len(a) · len(b)) memory, or O(len(b)) with Hirschberg's
# divide and conquer.
#
# Can it be faster than quadratic? If the distance is at most k, only a band of 2k + 1 diagonals matters, which takes
# O(k · min(len(a), len(b))) time. In the worst case nothing much better than quadratic is known.
#
# What is the word error rate? The edit distance of the two lists of words, divided by the number of words in the
# correct transcript. It can exceed 1, because there may be more insertions than correct words.
#
# How is this related to the longest common subsequence? If only insertions and deletions are allowed, the distance is
# len(a) + len(b) − 2 · LCS. A substitution that costs 2 gives the same.
