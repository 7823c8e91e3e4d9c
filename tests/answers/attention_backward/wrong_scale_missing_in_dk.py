# WRONG: dK is not divided by sqrt(d); witness: attention_backward(np.ones((1, 1)), np.ones((1, 4)), np.eye(2, 4), np.array([[0.0], [1.0]]))
import numpy as np

def attention_backward(dout, Q, K, V):
    d = Q.shape[-1]
    t = lambda z: np.swapaxes(z, -1, -2)
    S = Q @ t(K)/np.sqrt(d); P = np.exp(S-S.max(-1, keepdims=True)); P/=P.sum(-1, keepdims=True)
    dP = dout @ t(V); dS = P*(dP-(dP*P).sum(-1, keepdims=True))
    return dS @ K/np.sqrt(d), t(dS) @ Q, t(P) @ dout
