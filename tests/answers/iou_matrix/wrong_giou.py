# GIoU
import numpy as np
def iou_matrix(a, b):
    lt=np.maximum(a[:,None,:2],b[:,:2]); rb=np.minimum(a[:,None,2:],b[:,2:])
    i=np.clip(rb-lt,0,None).prod(-1)
    u=np.prod(a[:,2:]-a[:,:2],1)[:,None]+np.prod(b[:,2:]-b[:,:2],1)-i
    c=(np.maximum(a[:,None,2:],b[:,2:])-np.minimum(a[:,None,:2],b[:,:2])).prod(-1)
    return np.where(u>0,i/np.where(u>0,u,1),0)-np.where(c>0,(c-u)/np.where(c>0,c,1),0)
