def pad_sequences(sequences, value=0):
    longest = 0
    for s in sequences:
        if len(s) > longest:
            longest = len(s)
    ids, blocked = [], []
    for s in sequences:
        missing = longest - len(s)
        ids.append([int(t) for t in s] + [value] * missing)
        blocked.append([False] * len(s) + [True] * missing)
    return ids, blocked
