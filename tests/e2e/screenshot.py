"""The virtual screen as a PNG. Xvfb keeps its pixels in a file; no program is needed to take a picture of them. Under
Wayland only the compositor has them: grim asks it."""

import os
import struct
import subprocess
import zlib
from pathlib import Path

import wayland


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def save(path):
    """Writes the screen of this session to `path`."""
    if wayland.is_here():
        subprocess.run(["grim", str(path)], check=True, timeout=20)
        return
    data = Path(os.environ["LANYARD_SCREEN"]).read_bytes()
    header = struct.unpack(">25I", data[:100])  # XWD: see X11/XWDFile.h
    size, width, height, bits, stride, colours = header[0], header[4], header[5], header[11], header[12], header[19]
    if bits != 32:
        raise ValueError(f"{bits} bits a pixel")
    start = size + 12 * colours
    rows = bytearray()
    for y in range(height):
        row = data[start + y * stride:start + y * stride + 4 * width]
        rgb = bytearray(3 * width)
        # Blue, green, red, nothing: as little-endian machines keep it.
        rgb[0::3], rgb[1::3], rgb[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + rgb
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
                     + _chunk(b"IDAT", zlib.compress(bytes(rows), 6)) + _chunk(b"IEND", b""))
