"""Files that NumPy writes, and what it reads in ours.

Made with NumPy 1.24.2:
python3 files.py                writes files.json beside it: small .npy, .npz and .safetensors files, and what they hold
python3 files.py read FOLDER    reads the files in the folder; writes FOLDER/read.json: names, types, shapes and bytes
python3 files.py write FOLDER   writes the matrices of FOLDER/write.json to write.npy, write.npz and write.safetensors

Safetensors are written and read as the format is described (https://github.com/huggingface/safetensors), with NumPy alone.
"""
import base64
import io
import json
import struct
import sys
from pathlib import Path

import numpy as np


def npy(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, np.asanyarray(array), version)
    return file.getvalue()


def npz(save, **arrays):
    file = io.BytesIO()
    save(file, **arrays)
    return file.getvalue()


def tensors(arrays, metadata=None, names=None, padded=True):
    """A safetensors file; names are in the order of their data."""
    dtypes = {"f8": "F64", "f4": "F32", "f2": "F16", "i8": "I64", "b1": "BOOL"}
    header, data = {}, b""
    if metadata is not None:
        header["__metadata__"] = metadata
    for name in names or sorted(arrays):
        array = np.ascontiguousarray(arrays[name]).reshape(np.shape(arrays[name]))
        header[name] = {
            "dtype": dtypes[array.dtype.str[1:]], "shape": list(array.shape), "data_offsets": [len(data), len(data) + array.nbytes]}
        data += array.tobytes()
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % 8 if padded else 0)
    return struct.pack("<Q", len(text)) + text + data


def read_tensors(data):
    """A strict reader of F64 and F32: names to arrays, and the metadata."""
    length, = struct.unpack("<Q", data[:8])
    assert length <= 100_000_000 and length % 8 == 0 and data[8:9] == b"{"
    pairs = json.loads(data[8:8 + length].decode("utf-8"), object_pairs_hook=lambda pairs: pairs)
    header = {name: dict(value) for name, value in pairs}
    assert len(header) == len(pairs), "a name comes twice"
    metadata, end, arrays = header.pop("__metadata__", {}), 0, {}
    body = data[8 + length:]
    for name, info in sorted(header.items(), key=lambda item: item[1]["data_offsets"]):
        start, stop = info["data_offsets"]
        assert start == end and set(info) == {"dtype", "shape", "data_offsets"}
        dtype = np.dtype({"F64": "<f8", "F32": "<f4"}[info["dtype"]])
        assert stop - start == dtype.itemsize * int(np.prod(info["shape"], dtype=object))
        arrays[name] = np.frombuffer(body[start:stop], dtype).reshape(info["shape"])
        end = stop
    assert end == len(body), "bytes follow the last tensor"
    return arrays, metadata


def fixtures():
    r = np.random.RandomState(0)
    files, values = {}, {}

    def add(name, content, **arrays):
        files[name] = content
        values[name] = {
            key: {"rows": len(a), "columns": a.shape[1], "values": a.astype(float).ravel().tolist()}
            for key, a in ((key, np.reshape(a, (len(a), -1) if np.ndim(a) else (1, 1))) for key, a in arrays.items())}

    for kind in ("f8", "f4", "i8", "i4", "i2", "i1", "u8", "u4", "u2", "u1"):
        for order in "<>":
            array = r.randn(2, 3).astype(order + kind) if kind[0] == "f" else r.randint(0, 100, (2, 3)).astype(order + kind)
            if kind[0] != "f":
                array[0, 0], array[1, 2] = np.iinfo(kind).min, np.iinfo(kind).max
            add(f"{array.dtype.str} C.npy", npy(array), array=array)
    rows = r.randn(3, 2)
    add("bool.npy", npy(rows > 0), array=rows > 0)
    add("Fortran.npy", npy(np.asfortranarray(rows)), array=rows)
    add("Fortran, highest byte first.npy", npy(np.asfortranarray(rows.astype(">f4"))), array=rows.astype("f4"))
    add("one number.npy", npy(np.float64(0.1)), array=np.float64(0.1))
    add("one dimension.npy", npy(rows[:, 0]), array=rows[:, 0])
    add("no rows.npy", npy(np.zeros((0, 3))))
    values["no rows.npy"]["array"] = {"rows": 0, "columns": 3, "values": []}
    add("version 2.npy", npy(rows, (2, 0)), array=rows)
    add("version 3.npy", npy(rows, (3, 0)), array=rows)
    add("stored.npz", npz(np.savez, W=rows, b=rows[:, 0], zeros=np.zeros((3, 3), "u1")), W=rows, b=rows[:, 0], zeros=np.zeros((3, 3)))
    add("packed.npz", npz(np.savez_compressed, W=np.asfortranarray(rows), zeros=np.zeros((20, 20)), é=rows), W=rows, zeros=np.zeros((20, 20)), é=rows)
    add("empty.npz", npz(np.savez))
    small = {"b": rows[:, 0], "W": rows, "one": np.float64(3), "single": rows.astype("f4")}
    add("plain.safetensors", tensors(small, {"made by": "NumPy", "é": "\"\n"}), **small)
    add("other order, no padding.safetensors", tensors(small, names=["single", "one", "b", "W"], padded=False), **small)
    add("nothing.safetensors", tensors({}))

    records = np.zeros(2, [("a", "f8"), ("b", "i4")])
    files.update({
        "objects.npy": npy(np.array([1, None], object)), "text.npy": npy(["a", "bc"]), "half.npy": npy(rows.astype("f2")),
        "complex.npy": npy(rows + 1j), "records.npy": npy(records), "date.npy": npy(np.array(["2026-01-01"], "M8[D]")),
        "cube.npy": npy(np.zeros((2, 2, 2))), "objects.npz": npz(np.savez, W=np.array([{}], object)),
        "half.safetensors": tensors({"W": rows.astype("f2")}), "cube.safetensors": tensors({"W": np.zeros((2, 2, 2))}),
        "integers.safetensors": tensors({"W": np.arange(3)}),
    })
    text = {name: base64.b64encode(content).decode() for name, content in files.items()}
    Path(__file__).with_name("files.json").write_text(json.dumps({"files": text, "values": values}) + "\n", encoding="utf-8")


def read(folder):
    found = {}
    for path in sorted(folder.iterdir()):
        metadata = {}
        if path.suffix == ".npy":
            arrays = {"array": np.load(path)}
        elif path.suffix == ".npz":
            arrays = dict(np.load(path))
        elif path.suffix == ".safetensors":
            arrays, metadata = read_tensors(path.read_bytes())
        else:
            continue
        found[path.name] = {"metadata": metadata, "arrays": [
            {"name": name, "type": a.dtype.str, "shape": a.shape, "bytes": np.ascontiguousarray(a).tobytes().hex()} for name, a in arrays.items()]}
    (folder / "read.json").write_text(json.dumps(found), encoding="utf-8")


def write(folder):
    arrays = {
        a["name"]: np.frombuffer(bytes.fromhex(a["bytes"]), "<f8").reshape(a["shape"])
        for a in json.loads((folder / "write.json").read_text("utf-8"))}
    for i, array in enumerate(arrays.values()):
        np.save(folder / f"{i}.npy", array)
    np.savez(folder / "stored.npz", **arrays)
    np.savez_compressed(folder / "packed.npz", **arrays)
    (folder / "all.safetensors").write_bytes(tensors(arrays, {"made by": "NumPy"}))


if len(sys.argv) == 1:
    fixtures()
else:
    {"read": read, "write": write}[sys.argv[1]](Path(sys.argv[2]))
