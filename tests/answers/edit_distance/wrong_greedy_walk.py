# decides at each difference by the lengths that are left
def edit_distance(a, b):
    i = j = d = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]: i += 1; j += 1
        elif len(a) - i > len(b) - j: i += 1; d += 1
        elif len(a) - i < len(b) - j: j += 1; d += 1
        else: i += 1; j += 1; d += 1
    return d + len(a) - i + len(b) - j
