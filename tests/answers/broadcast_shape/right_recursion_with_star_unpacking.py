def broadcast_shape(a: tuple, b: tuple) -> tuple:
    """By recursion from the last axis on."""
    if not a or not b:
        return tuple(int(n) for n in (a or b))
    *head_a, m = a
    *head_b, n = b
    if m != n and 1 not in (m, n):
        raise ValueError(f"{m} does not meet {n}")
    return (*broadcast_shape(tuple(head_a), tuple(head_b)), int(n if m == 1 else m))
