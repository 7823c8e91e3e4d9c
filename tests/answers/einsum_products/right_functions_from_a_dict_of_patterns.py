import numpy as np
import numpy.lib as _l
from numpy import einsum
specs = {"matmul": "ik,kj->ij", "elementwise": "ab,ab->ab", "frobenius": "ab,ab->", "outer": "a,b->ab", "dot": "a,a->"}
for _name, _s in specs.items():
    globals()[_name] = lambda P, Q, _s=_s: np.array(einsum(_s, P, Q, optimize=True, dtype=np.float64))
