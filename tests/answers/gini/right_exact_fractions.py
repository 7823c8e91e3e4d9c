from collections import Counter
from fractions import Fraction
def gini(y):
    n = len(y)
    return float(1 - sum(Fraction(c, n) ** 2 for c in Counter(y.tolist()).values())) if n else 0.0
