def edit_distance(a, b):
    memo = {}

    def d(i, j):
        if i == len(a):
            return len(b) - j
        if j == len(b):
            return len(a) - i
        if (i, j) not in memo:
            if a[i] == b[j]:
                memo[i, j] = d(i + 1, j + 1)
            else:
                memo[i, j] = 1 + min(d(i + 1, j), d(i, j + 1), d(i + 1, j + 1))
        return memo[i, j]

    return d(0, 0)
