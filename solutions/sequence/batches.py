"""Mini-batches: one permutation of the row numbers, cut into pieces.

X and y are indexed with the same pieces, which keeps rows and labels together and leaves the data itself as it is. A
slice that reaches beyond the end is shorter, so the incomplete batch comes by itself. drop_last ends the loop
before it.

O(n · d) time and memory, because indexing with a list of rows copies them.
"""


def batches(X, y, batch_size, rng, drop_last=False):
    """One epoch's batches (X_b, y_b), in a random order of the rows."""
    n = len(X)
    order = rng.permutation(n)
    end = n - n % batch_size if drop_last else n
    pieces = [order[start : start + batch_size] for start in range(0, end, batch_size)]
    return [(X[piece], y[piece]) for piece in pieces]


# What an interviewer asks next
#
# Why shuffle in every epoch? Neighboring rows are often alike (sorted by class, date or user), and a batch of such rows
# gives a gradient far from that of the whole set. A new order also changes which rows meet in a batch, so the noise
# averages out over epochs.
#
# When do you drop the last batch? When a tiny one would hurt: batch normalization over one row has no variance, a
# compiled model wants one shape, and several workers must take the same number of steps. Never in evaluation, where
# every row counts.
#
# How do you average a loss over batches of different sizes? Weight each batch's mean by its number of rows. The plain
# mean of the batch means counts the rows of a small last batch too much.
#
# What if the data does not fit into memory? Shuffle the order of large chunks, read a few chunks at a time into a
# buffer, and draw rows at random from the buffer. It is only nearly uniform, and cheap.
