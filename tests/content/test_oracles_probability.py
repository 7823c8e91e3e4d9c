"""The references of statistical learning agree with SciPy, scikit-learn and plain specifications."""

from __future__ import annotations

import numpy as np
from hypothesis import assume, given
from hypothesis import strategies as st
from support import reference

seeds = st.integers(0, 2**32 - 1)


@given(*[st.integers(0, 60)] * 4)
def test_two_proportion_test_agrees_with_scipy(a, rest_a, b, rest_b):
    """Its square is Pearson's chi-square statistic of the table, without a correction."""
    from scipy.stats import chi2_contingency

    assume(a + rest_a and b + rest_b)
    z, p = reference("two_proportion_test").two_proportion_test(a, a + rest_a, b, b + rest_b)
    if not (a + b and rest_a + rest_b):
        assert (z, p) == (0, 1)
        return
    want = chi2_contingency([[a, rest_a], [b, rest_b]], correction=False)
    assert np.isclose(z**2, want.statistic)
    assert np.isclose(p, want.pvalue, rtol=1e-9)
    assert np.sign(z) == np.sign(b * (a + rest_a) - a * (b + rest_b)) or abs(z) < 1e-9
