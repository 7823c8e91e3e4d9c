# exercise: softmax
# ways: open, open_bytes, os_open, io_open, fileio, fileio_path, pathlib, path_object, open_code, codecs, fileinput, linecache, tokenize, loader, get_data, run_path, spec, pkgutil, zipimport, double_slash, dots, proc_cwd, proc_root, dev_fd, task_root, bytes_path, str_subclass, bytes_subclass, chdir, chdir_in, dir_fd, dir_fd_of_root, opener, two_faced_path, fromfile, load, loadtxt, genfromtxt, memmap, datasource, mmap, configparser, urllib, gzip, copied, moved, listed, scanned, walked, globbed, sqlite, thread, in_import
# outcome: error failed
# says: tried to open mlprep's own files|PermissionError
import os

SOLUTION, WAY = "@solution@", "@way@"
FOLDER, NAME = os.path.split(SOLUTION)


def read_descriptor(descriptor):
    with os.fdopen(descriptor) as file:
        return file.read()


def first_file(names):
    return open(os.path.join(FOLDER, next(name for name in names if name == NAME))).read()


def numpy_bytes(array):
    return array.tobytes().decode()


def peek():
    import io

    import numpy as np

    if WAY in ("open", "thread", "in_import"):
        return open(SOLUTION).read()
    if WAY == "open_bytes":
        return open(SOLUTION, "rb").read().decode()
    if WAY == "os_open":
        return read_descriptor(os.open(SOLUTION, os.O_RDONLY))
    if WAY == "io_open":
        return io.open(SOLUTION).read()
    if WAY == "fileio":
        return io.FileIO(SOLUTION).read().decode()
    if WAY == "fileio_path":
        import pathlib

        return io.FileIO(pathlib.Path(SOLUTION)).read().decode()
    if WAY == "pathlib":
        import pathlib

        return pathlib.Path(SOLUTION).read_text()
    if WAY == "path_object":
        import pathlib

        return read_descriptor(os.open(pathlib.Path(SOLUTION), os.O_RDONLY))
    if WAY == "open_code":
        return io.open_code(SOLUTION).read().decode()
    if WAY == "codecs":
        import codecs

        return codecs.open(SOLUTION, encoding="utf-8").read()
    if WAY == "fileinput":
        import fileinput

        return "".join(fileinput.input(SOLUTION))
    if WAY == "linecache":
        import linecache

        return "".join(linecache.getlines(SOLUTION)) or open(SOLUTION).read()
    if WAY == "tokenize":
        import tokenize

        return tokenize.open(SOLUTION).read()
    if WAY == "loader":
        from importlib.machinery import SourceFileLoader

        return SourceFileLoader("s", SOLUTION).get_source("s")
    if WAY == "get_data":
        from importlib.machinery import SourceFileLoader

        return SourceFileLoader("s", SOLUTION).get_data(SOLUTION).decode()
    if WAY == "run_path":
        import runpy

        globals()["found"] = runpy.run_path(SOLUTION)["softmax"]
        return "softmax = found"
    if WAY == "spec":
        from importlib.util import module_from_spec, spec_from_file_location

        spec = spec_from_file_location("s", SOLUTION)
        module = module_from_spec(spec)
        spec.loader.exec_module(module)
        globals()["found"] = module.softmax
    if WAY == "pkgutil":
        import pkgutil

        return first_file(module.name + ".py" for module in pkgutil.iter_modules([FOLDER]))
    if WAY == "zipimport":
        import zipimport

        return zipimport.zipimporter(SOLUTION).get_source("softmax") or open(SOLUTION).read()
    if WAY == "double_slash":
        return open("/" + SOLUTION).read()
    if WAY == "dots":
        return open(f"/tmp/../{FOLDER}/./../{os.path.basename(FOLDER)}/{NAME}").read()
    if WAY == "proc_cwd":
        os.chdir("/")
        return open("/proc/self/cwd" + SOLUTION).read()
    if WAY == "proc_root":
        return open("/proc/self/root" + SOLUTION).read()
    if WAY == "task_root":
        return open(f"/proc/{os.getppid()}/task/{os.getppid()}/root{SOLUTION}").read()
    if WAY == "dev_fd":
        return open(f"/dev/fd/{os.open('/', os.O_RDONLY)}{SOLUTION}").read()
    if WAY == "bytes_path":
        return open(os.fsencode(SOLUTION)).read()
    if WAY == "str_subclass":

        class Path(str):
            __str__ = startswith = rpartition = encode = lambda self, *args: "/tmp/harmless"
            __getitem__ = __fspath__ = lambda self, *args: "/tmp/harmless"

        return io.FileIO(Path(SOLUTION)).read().decode()
    if WAY == "bytes_subclass":

        class Octets(bytes):
            __bytes__ = startswith = rpartition = decode = lambda self, *args: b"/tmp/harmless"
            __getitem__ = lambda self, *args: b"/tmp/harmless"

        return io.FileIO(Octets(os.fsencode(SOLUTION))).read().decode()
    if WAY == "chdir":
        os.chdir(os.path.dirname(FOLDER))
        return open(f"{os.path.basename(FOLDER)}/{NAME}").read()
    if WAY == "chdir_in":
        os.chdir(FOLDER)
        return open(NAME).read()
    if WAY == "dir_fd":
        folder = os.open(os.path.dirname(os.path.dirname(FOLDER)), os.O_RDONLY)
        os.dup2(folder, 200)
        return read_descriptor(os.open(f"solutions/{os.path.basename(FOLDER)}/{NAME}", os.O_RDONLY, dir_fd=200))
    if WAY == "dir_fd_of_root":
        return read_descriptor(os.open(SOLUTION[1:], os.O_RDONLY, dir_fd=os.open("/", os.O_RDONLY)))
    if WAY == "opener":
        root = os.open("/", os.O_RDONLY)
        return open(SOLUTION[1:], opener=lambda path, flags: os.open(path, flags, dir_fd=root)).read()
    if WAY == "two_faced_path":

        class Path:
            asked = 0

            def __fspath__(self):
                self.asked += 1
                return SOLUTION if self.asked == 1 else "/tmp/harmless"

        return read_descriptor(os.open(Path(), os.O_RDONLY))
    if WAY == "fromfile":
        return numpy_bytes(np.fromfile(SOLUTION, np.uint8))
    if WAY == "load":
        return str(np.load(SOLUTION, allow_pickle=True))
    if WAY == "loadtxt":
        return "\n".join(np.loadtxt(SOLUTION, dtype=str, delimiter="\0", comments=None))
    if WAY == "genfromtxt":
        return "\n".join(np.genfromtxt(SOLUTION, dtype=str, delimiter="\0", comments=None))
    if WAY == "memmap":
        return numpy_bytes(np.memmap(SOLUTION, np.uint8, "r"))
    if WAY == "datasource":
        return np.lib.npyio.DataSource(None).open(SOLUTION).read()
    if WAY == "mmap":
        import mmap

        return mmap.mmap(os.open(SOLUTION, os.O_RDONLY), 0, access=mmap.ACCESS_READ)[:].decode()
    if WAY == "configparser":
        import configparser

        parser = configparser.RawConfigParser(allow_no_value=True, delimiters="\0")
        return str(parser.read(SOLUTION))
    if WAY == "urllib":
        from urllib.request import urlopen

        return urlopen("file://" + SOLUTION).read().decode()
    if WAY == "gzip":
        import gzip

        return gzip.open(SOLUTION).fileobj.read().decode()
    if WAY == "copied":
        import shutil

        return open(shutil.copyfile(SOLUTION, "copied.txt")).read()
    if WAY == "moved":
        os.rename(FOLDER, "moved")
        return open(f"moved/{NAME}").read()
    if WAY == "listed":
        return first_file(os.listdir(FOLDER))
    if WAY == "scanned":
        return first_file(entry.name for entry in os.scandir(FOLDER))
    if WAY == "walked":
        return first_file(name for _, _, names in os.walk(os.path.dirname(FOLDER)) for name in names)
    if WAY == "globbed":
        import glob

        return open(glob.glob(os.path.dirname(os.path.dirname(FOLDER)) + "/s*/*/softmax.py")[0]).read()
    if WAY == "sqlite":
        import sqlite3

        return str(sqlite3.connect(SOLUTION).execute("select * from sqlite_master").fetchall())
    raise ValueError(WAY)


if WAY == "in_import":
    TEXT = peek()


def softmax(x, axis=-1):
    if WAY == "thread":
        import threading

        found = []
        thread = threading.Thread(target=lambda: found.append(peek()))
        thread.start()
        thread.join()
        text = found[0]
    else:
        text = peek()
    space = dict(globals())
    exec(text, space)
    return space["softmax"](x, axis)
