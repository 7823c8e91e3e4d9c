# WRONG: matrices are cached by shape: a later call with another rng gets the first matrix again; witness: bool((he_init(3, 4, np.random.default_rng(0)) == he_init(3, 4, np.random.default_rng(1))).all())
import numpy as np

_cache = {}


def he_init(n_in, n_out, rng):
    key = (n_in, n_out)
    if key not in _cache:
        _cache[key] = rng.normal(0.0, np.sqrt(2.0 / n_in), size=key)
    return _cache[key].copy()
