# a negative overlap where boxes are apart on one axis
import numpy as np
def iou_matrix(a, b):
    out=np.zeros((len(a),len(b)))
    for i,p in enumerate(a):
        for j,q in enumerate(b):
            w=min(p[2],q[2])-max(p[0],q[0]); h=min(p[3],q[3])-max(p[1],q[1])
            if w<0 and h<0: continue
            u=(p[2]-p[0])*(p[3]-p[1])+(q[2]-q[0])*(q[3]-q[1])-w*h
            if u: out[i,j]=w*h/u
    return out
