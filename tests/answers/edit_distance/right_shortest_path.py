import heapq
def edit_distance(a, b):
    best = {(0, 0): 0}; heap = [(0, 0, 0)]
    while heap:
        d, i, j = heapq.heappop(heap)
        if (i, j) == (len(a), len(b)): return d
        if d > best[(i, j)]: continue
        steps = []
        if i < len(a): steps.append((d+1, i+1, j))
        if j < len(b): steps.append((d+1, i, j+1))
        if i < len(a) and j < len(b): steps.append((d + (a[i] != b[j]), i+1, j+1))
        for e, k, l in steps:
            if e < best.get((k, l), 10**9):
                best[(k, l)] = e; heapq.heappush(heap, (e, k, l))
