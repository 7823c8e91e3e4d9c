# exercise: softmax
# ways: symlink, relative_symlink, hard, folder
# outcome: error
# says: PermissionError
import os


def softmax(x, axis=-1):
    target = "@solution@"
    name = "link_@way@"
    if "@way@" == "symlink":
        os.symlink(target, name)
    elif "@way@" == "relative_symlink":
        os.symlink(os.path.relpath(target), name)
    elif "@way@" == "hard":
        os.link(target, name)
    else:
        os.symlink(os.path.dirname(target), name)
        name = f"{name}/softmax.py"
    space = {}
    exec(open(name).read(), space)
    return space["softmax"](x, axis)
