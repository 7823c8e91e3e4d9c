import numpy as np

def attention_backward(dout, Q, K, V):
    c = Q.shape[-1]**-0.25
    q, k = Q*c, K*c
    S = q @ np.moveaxis(k, -1, -2)
    S = S - np.max(S, -1, keepdims=True)
    lse = np.log(np.sum(np.exp(S), -1, keepdims=True))
    P = np.exp(S - lse)
    O = P @ V
    D = np.sum(O*dout, -1, keepdims=True)
    dS = P*(dout @ np.moveaxis(V, -1, -2) - D)
    return dS @ k*c, np.moveaxis(dS, -1, -2) @ q*c, np.moveaxis(P, -1, -2) @ dout
