# box i with box i only
import numpy as np
def iou_matrix(a, b):
    lt=np.maximum(a[:,:2],b[:,:2]); rb=np.minimum(a[:,2:],b[:,2:])
    i=np.clip(rb-lt,0,None).prod(-1)
    u=np.prod(a[:,2:]-a[:,:2],1)+np.prod(b[:,2:]-b[:,:2],1)-i
    return i/u
