import numpy as np


def attention_backward(dout, Q, K, V):
    """dS by complex steps through the softmax, one key after the other; the rest is linear."""
    d, tk = Q.shape[-1], K.shape[-2]
    S = np.einsum("...qd,...kd->...qk", Q, K).astype(float) / d**0.5
    S = S - S.max(axis=-1, keepdims=True)

    def weights(z):
        e = np.exp(z)
        return e / e.sum(axis=-1, keepdims=True)

    dS = np.empty(S.shape)
    for j in range(tk):
        Z = S.astype(complex)
        Z[..., j] += 1e-30j
        out = np.einsum("...qk,...kv->...qv", weights(Z).imag / 1e-30, V)
        dS[..., j] = np.einsum("...qv,...qv->...q", dout, out)
    dS /= d**0.5
    return (
        np.einsum("...qk,...kd->...qd", dS, K),
        np.einsum("...qk,...qd->...kd", dS, Q),
        np.einsum("...qk,...qv->...kv", weights(S), dout),
    )
