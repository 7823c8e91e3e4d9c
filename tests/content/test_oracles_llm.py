"""The language-model references agree with SciPy and with plain specifications over random inputs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from support import reference

corpora = st.dictionaries(st.text("abc.", min_size=1, max_size=7), st.integers(1, 4), min_size=1, max_size=5)


@given(corpora, st.integers(1, 10))
def test_bpe_train_agrees_with_a_plain_specification(words, n_merges):
    """Every word is written out as often as it occurs, and every rule is applied by hand."""
    corpus = [list(word) for word, count in words.items() for _ in range(count)]
    want = []
    for _ in range(n_merges):
        seen = [(parts[i], parts[i + 1]) for parts in corpus for i in range(len(parts) - 1)]
        if not seen:
            break
        most = max(seen.count(pair) for pair in seen)
        want.append(sorted(pair for pair in seen if seen.count(pair) == most)[0])
        for parts in corpus:
            i = 0
            while i < len(parts) - 1:
                if (parts[i], parts[i + 1]) == want[-1]:
                    parts[i : i + 2] = [parts[i] + parts[i + 1]]
                i += 1
    assert reference("bpe_train").bpe_train(words, n_merges) == want
