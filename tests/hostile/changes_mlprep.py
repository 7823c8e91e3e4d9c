# exercise: softmax
# ways: append, truncate, remove, rename, rename_folder, chmod, utime, mkdir, rmtree, pathlib, os_open, dir_fd, new_file, progress, progress_replaced, solution
# outcome: error
# says: mlprep's own files|PermissionError
import os
import shutil

ROOT = "@package@"
FILE = os.path.join(ROOT, "grading", "judging", "compare.py")


def attack():
    way = "@way@"
    if way == "append":
        open(FILE, "a").write("\n")
    if way == "truncate":
        os.truncate(FILE, os.path.getsize(FILE))
    if way == "remove":
        os.remove(FILE + ".nothing")
    if way == "rename":
        os.rename(FILE, FILE)
    if way == "rename_folder":
        os.rename("/tmp/no-such-folder", os.path.join(ROOT, "grading"))
    if way == "chmod":
        os.chmod(FILE, os.stat(FILE).st_mode)
    if way == "utime":
        os.utime(FILE, (os.stat(FILE).st_atime, os.stat(FILE).st_mtime))
    if way == "mkdir":
        os.mkdir(os.path.join(ROOT, "grading"))
    if way == "rmtree":
        shutil.rmtree(os.path.join(ROOT, "grading", "no such folder"))
    if way == "pathlib":
        import pathlib

        pathlib.Path(FILE).touch()
    if way == "os_open":
        os.open(FILE, os.O_RDWR)
    if way == "dir_fd":
        os.open("compare.py", os.O_RDWR, dir_fd=os.open(os.path.dirname(FILE), os.O_RDONLY))
    if way == "new_file":
        open(os.path.join(ROOT, "grading", "sitecustomize.tmp"), "w").close()
    if way == "progress":
        open("@state@/progress.json", "w").write("{}")
    if way == "progress_replaced":
        open("other.json", "w").write("{}")
        os.replace("other.json", "@state@/progress.json")
    if way == "solution":
        os.open("@solution@", os.O_WRONLY)


def softmax(x, axis=-1):
    attack()
    return x
