# kh for both sides of the kernel
import numpy as np
def conv_transpose2d(x, kernel, stride=1):
    H,W=x.shape; k=kernel.shape[0]
    out=np.zeros(((H-1)*stride+k,(W-1)*stride+k))
    for i in range(H):
        for j in range(W):
            out[i*stride:i*stride+k, j*stride:j*stride+k]+=x[i,j]*kernel
    return out
