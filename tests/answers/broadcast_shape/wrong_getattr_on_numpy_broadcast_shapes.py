# WRONG: NumPy's own helper behind a getattr (forbidden)
import numpy as np
def broadcast_shape(a, b):
    return getattr(np, "broad" + "cast_shapes")(a, b)
