# WRONG: the place in the sorted order is appended, not the id
import numpy as np
def generate(step, prompt, max_new_tokens, eos=None, temperature=1.0, top_k=None, rng=None):
    ids=list(prompt)
    for _ in range(max_new_tokens):
        l=np.array(step(ids),float)
        if temperature==0: t=int(l.argmax())
        else:
            o=np.argsort(-l,kind='stable')[:top_k]; w=np.exp((l[o]-l[o[0]])/temperature); t=int(rng.choice(len(o),p=w/w.sum()))
        ids.append(t)
        if t==eos: break
    return ids
