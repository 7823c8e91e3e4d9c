"""The references for sequences agree with plain specifications, and with other people's code, over random inputs."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from support import reference

tokens = st.integers(-(2**62), 2**62)


@given(st.lists(st.lists(tokens, max_size=6), min_size=1, max_size=6).filter(any), tokens)
def test_pad_sequences_agrees_with_zip_longest(sequences, value):
    """Columns from Python's own zip_longest, with an object that no token equals as its filling."""
    filling = object()
    columns = itertools.zip_longest(*sequences, fillvalue=filling)
    rows = list(zip(*columns, strict=True))
    arrays = [np.array(each, dtype=np.int64) for each in sequences]
    ids, blocked = reference("pad_sequences").pad_sequences(arrays, value)
    assert ids.tolist() == [[value if token is filling else token for token in row] for row in rows]
    assert blocked.tolist() == [[token is filling for token in row] for row in rows]
    assert ids.dtype == np.int64
    assert blocked.dtype == bool
