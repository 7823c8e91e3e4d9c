# stride zeros between entries, not stride - 1
import numpy as np
def conv_transpose2d(x, kernel, stride=1):
    H,W=x.shape; kh,kw=kernel.shape
    up=np.zeros((H+(H-1)*stride,W+(W-1)*stride)); up[::stride+1,::stride+1]=x
    up=np.pad(up,((kh-1,kh-1),(kw-1,kw-1)))
    k=kernel[::-1,::-1]
    out=np.zeros((up.shape[0]-kh+1,up.shape[1]-kw+1))
    for r in range(out.shape[0]):
        for c in range(out.shape[1]):
            out[r,c]=(up[r:r+kh,c:c+kw]*k).sum()
    return out
