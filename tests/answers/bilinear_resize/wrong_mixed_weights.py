# the weights of two neighbors are swapped
import numpy as np
def bilinear_resize(image, out_h, out_w):
    H,W=image.shape
    y=np.linspace(0,H-1,out_h); x=np.linspace(0,W-1,out_w)
    t=y.astype(int); l=x.astype(int); b=np.minimum(t+1,H-1); r=np.minimum(l+1,W-1)
    u=(y-t)[:,None]; v=x-l
    g=lambda p,q:image[np.ix_(p,q)]
    return g(t,l)*(1-u)*(1-v)+g(b,l)*(1-u)*v+g(t,r)*u*(1-v)+g(b,r)*u*v
