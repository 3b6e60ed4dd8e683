#!/usr/bin/env python3
"""Puts pictures into an icon of Windows: icon.py ICON.ico PICTURE.png..."""

import struct
import sys
from pathlib import Path


def side_of(picture):
    """The width in the header of a PNG."""
    return struct.unpack(">I", picture[16:20])[0]


def icon_of(pictures):
    """A directory with an entry for each picture, and then the pictures as they are."""
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(directory) + 16 * len(pictures)
    for picture in pictures:
        side = side_of(picture) % 256  # 256 is written as 0
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return directory + b"".join(pictures)


if __name__ == "__main__":
    Path(sys.argv[1]).write_bytes(icon_of([Path(name).read_bytes() for name in sys.argv[2:]]))
