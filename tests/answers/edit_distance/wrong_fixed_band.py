# looks at a band of ten diagonals on each side only
def edit_distance(a, b):
    K = 10
    INF = 10**9
    D = [[INF]*(len(b)+1) for _ in range(len(a)+1)]
    for i in range(len(a)+1):
        for j in range(max(0, i-K), min(len(b), i+K)+1):
            if i == 0: D[i][j] = j
            elif j == 0: D[i][j] = i
            else: D[i][j] = min(D[i-1][j]+1, D[i][j-1]+1, D[i-1][j-1]+(a[i-1]!=b[j-1]))
    return min(D[-1][-1], max(len(a), len(b)))
