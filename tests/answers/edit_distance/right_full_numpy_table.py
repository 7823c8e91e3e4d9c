import numpy as np


def edit_distance(a, b):
    m, n = len(a), len(b)
    dp = np.zeros((m + 1, n + 1))
    dp[0, :] = np.arange(n + 1)
    dp[:, 0] = np.arange(m + 1)
    for i in range(m):
        for j in range(n):
            cost = 0 if a[i] == b[j] else 1
            dp[i + 1, j + 1] = min(dp[i, j] + cost, dp[i, j + 1] + 1, dp[i + 1, j] + 1)
    return int(dp[m, n])
