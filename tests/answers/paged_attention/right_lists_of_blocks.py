import numpy as np


def softmax(a):
    a = np.exp(a - max(a))
    return a / sum(a)


def paged_attention(q, key_blocks, value_blocks, block_table, length):
    """Collects the blocks in a list, head by head."""
    keys, values, left = [], [], length
    for b in block_table.tolist():
        take = min(left, key_blocks.shape[1])
        keys.extend(key_blocks[b][:take])
        values.extend(value_blocks[b][:take])
        left -= take
    out = []
    for h, query in enumerate(q):
        w = softmax(np.array([float(query @ k[h]) / len(query) ** 0.5 for k in keys]))
        out.append(sum(wi * v[h] for wi, v in zip(w, values)))
    return np.array(out)
