import numpy as np
def dropout(x, p, rng, training=True):
    if not 0.0 <= p < 1.0:
        raise ValueError(f"0 <= p < 1, not {p}")
    rate = p * bool(training)
    seed = int(rng.integers(2 ** 63))
    own = np.random.Generator(np.random.PCG64(seed))
    kept = own.choice([0.0, 1.0 / (1.0 - rate)], size=x.shape, p=[rate, 1.0 - rate])
    return kept * x
