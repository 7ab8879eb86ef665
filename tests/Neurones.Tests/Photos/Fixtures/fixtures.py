"""Makes the HDF5 files next to this script, and values.json with what they hold.

python3 fixtures.py        needs numpy and h5py; where NEURONES_DATA names the folder that has catdog/, also
                           real.json: sums of what h5py reads from the real photos
"""
import json
import os
import pathlib

import h5py
import numpy as np

here = pathlib.Path(__file__).parent
random = np.random.RandomState(0)
photos = random.randint(0, 256, (6, 4, 5)).astype(np.uint8)
labels = np.array([0, 1, 1, 0, 1, 0], dtype=np.float64).reshape(-1, 1)


def make(name, libver="earliest", **options):
    return h5py.File(here / f"{name}.hdf5", "w", libver=libver, **options)


def plain(name):
    """Both sets in one file, so that it can stand for either of the course's files."""
    file = make(name)
    for part in ("train", "test"):
        file.create_dataset(f"X_{part}", data=photos)
        file.create_dataset(f"Y_{part}", data=labels)
    return file


# Files that are read.
plain("photos").close()
with make("small") as file:
    file.create_dataset("X", data=photos)
    file.create_dataset("Y", data=labels)
with make("attributes") as file:  # the object header goes on elsewhere, in continuation blocks
    x = file.create_dataset("X", data=photos, track_times=True)
    for i in range(8):
        x.attrs[f"attribute {i}"] = f"value {i}"
with make("many") as file:  # so many links that the B-tree has two levels
    file.create_dataset("first", data=photos)
    for i in range(200):
        file[f"link {i}"] = file["first"]
    file.create_dataset("last", data=labels)

# Files that are refused.
refused = {
    "chunked": dict(data=photos, chunks=(2, 4, 5)),
    "gzip": dict(data=photos, compression="gzip"),
    "lzf": dict(data=photos, compression="lzf"),
    "growing": dict(shape=(6, 4, 5), maxshape=(None, 4, 5), dtype=np.uint8, chunks=(6, 4, 5)),
    "int16": dict(data=photos.astype(np.int16)),
    "int8": dict(data=photos.astype(np.int8)),
    "float32": dict(data=photos.astype(np.float32)),
    "bigendian": dict(data=photos.astype(">f8")),
    "text": dict(data=np.bytes_("cat")),
    "scalar": dict(data=np.uint8(1)),
    "unwritten": dict(shape=(6, 4, 5), dtype=np.uint8),
}
for name, options in refused.items():
    with make(name) as file:
        file.create_dataset("X", **options)
with make("latest", libver="latest") as file:
    file.create_dataset("X", data=photos)
with make("ordered", track_order=True) as file:
    file.create_dataset("X", data=photos)
creation = h5py.h5p.create(h5py.h5p.FILE_CREATE)
creation.set_link_creation_order(h5py.h5p.CRT_ORDER_TRACKED)  # without that of attributes: version 1 of the header stays
with h5py.File(h5py.h5f.create(bytes(here / "newgroup.hdf5"), h5py.h5f.ACC_TRUNC, creation)) as file:
    file.create_dataset("X", data=photos)
with make("userblock", userblock_size=512) as file:
    file.create_dataset("X", data=photos)
with make("softlink") as file:
    file["X"] = h5py.SoftLink("/elsewhere")
with make("group") as file:
    file.create_group("X")
with make("compact") as file:
    properties = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    properties.set_layout(h5py.h5d.COMPACT)
    space = h5py.h5s.create_simple(photos.shape)
    h5py.h5d.create(file.id, b"X", h5py.h5t.NATIVE_UINT8, space, properties).write(h5py.h5s.ALL, h5py.h5s.ALL, photos)
with plain("threelabels") as file:
    file["Y_test"][2] = 2
with make("otherlabels") as file:
    file.create_dataset("X_train", data=photos)
    file.create_dataset("Y_train", data=labels[:5])


def summary(data):
    """Sums that notice a value that is wrong, and values that have changed places."""
    flat = data.astype(np.int64).ravel()
    places = np.arange(flat.size, dtype=np.int64) % 1009
    return {"shape": list(data.shape), "sum": int(flat.sum()), "weighted": int((flat * places).sum())}


values = {"X": photos.ravel().tolist(), "Y": labels.ravel().tolist()}
(here / "values.json").write_text(json.dumps(values) + "\n")

if "NEURONES_DATA" not in os.environ:
    raise SystemExit
real = {}
for part in ("train", "test"):
    with h5py.File(pathlib.Path(os.environ["NEURONES_DATA"]) / "catdog" / f"{part}set.hdf5") as file:
        x, y = file[f"X_{part}"][()], file[f"Y_{part}"][()]
        at = [[0, 0, 0], [0, 0, 63], [0, 63, 0], [100, 20, 40], [len(x) - 1, 63, 63]]
        real[part] = {
            "photos": summary(x),
            "labels": summary(y),
            "dogs": int(y.sum()),
            "pixels": [{"at": place, "value": int(x[tuple(place)])} for place in at],
        }
(here / "real.json").write_text(json.dumps(real, indent=1) + "\n")
