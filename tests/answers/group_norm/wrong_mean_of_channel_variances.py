# averages the variances of the channels
import numpy as np
def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    N,C,H,W=x.shape
    g=x.reshape(N,n_groups,C//n_groups,H,W)
    m=g.mean((3,4),keepdims=True).mean(2,keepdims=True)
    v=g.var((3,4),keepdims=True).mean(2,keepdims=True)
    g=(g-m)/np.sqrt(v+eps)
    return gamma[:,None,None]*g.reshape(x.shape)+beta[:,None,None]
