# exercise: softmax
# ways: home, current_folder, temporary, shared_memory, workspace, mkdir, rename, truncate, database, pathlib, array, mkfifo, mknod, os_open, logging
# outcome: error
# says: temporary folder|Permission denied
import logging
import os
import pathlib
import sqlite3

import numpy as np


def attack():
    way = "@way@"
    if way == "home":
        open(os.path.expanduser("~/left_behind"), "w").close()
    if way == "current_folder":
        open("left_behind", "w").close()
    if way == "temporary":
        open("/tmp/left_behind", "w").close()
    if way == "shared_memory":
        open("/dev/shm/left_behind", "wb").write(bytes(2**20))
    if way == "workspace":
        open(os.path.join(os.path.dirname(__file__), "left_behind.py"), "w").close()
    if way == "mkdir":
        os.mkdir("/tmp/left_behind")
    if way == "rename":
        os.rename(os.path.dirname(__file__), "/tmp/left_behind")
    if way == "truncate":
        os.truncate(__file__, 0)
    if way == "database":
        sqlite3.connect("/tmp/left_behind")
    if way == "pathlib":
        pathlib.Path("/tmp/left_behind").write_text("x")
    if way == "array":
        np.save("left_behind.npy", np.zeros(3))
    if way == "mkfifo":
        os.mkfifo("@state@/progress.json.tmp")
    if way == "mknod":
        os.mknod("/tmp/left_behind")
    if way == "os_open":
        os.open("left_behind", os.O_CREAT | os.O_WRONLY)
    if way == "logging":
        logging.basicConfig(filename="left_behind.log")


def softmax(x, axis=-1):
    attack()
    return x
