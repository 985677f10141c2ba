"""The pixels of a PNG, for tests that look at a picture."""

from __future__ import annotations

import struct
import zlib
from typing import Final

_HEAD: Final = 8
_CHANNELS: Final = 4  # red, green, blue, alpha: what resvg writes


def grey(data: bytes) -> list[bytes]:
    """Return the brightness of each pixel on white, a row of bytes a line."""
    width, height, _, kind = struct.unpack(">IIBB", data[16:26])
    assert kind == 6
    raw = zlib.decompress(b"".join(_chunks(data)))
    size = width * _CHANNELS
    lines: list[bytes] = []
    before = bytearray(size)
    for row in range(height):
        start = row * (size + 1)
        before = _line(raw[start], raw[start + 1 : start + 1 + size], before)
        lines.append(bytes(_brightness(before[n : n + 4]) for n in range(0, size, _CHANNELS)))
    return lines


def ink(data: bytes) -> int:
    """Return how many bytes change from pixel to pixel: of a blank picture hardly any."""
    raw = zlib.decompress(b"".join(_chunks(data)))
    return len(raw) - raw.count(0)


def _chunks(data: bytes) -> list[bytes]:
    found, at = [], _HEAD
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            found.append(data[at + 8 : at + 8 + size])
        at += size + 12
    return found


def _line(filtered: int, values: bytes, above: bytearray) -> bytearray:
    """Undo a line's filter (PNG, clause 9)."""
    line = bytearray(values)
    for n in range(len(line)):
        left = line[n - _CHANNELS] if n >= _CHANNELS else 0
        corner = above[n - _CHANNELS] if n >= _CHANNELS else 0
        guess = (0, left, above[n], (left + above[n]) // 2, _paeth(left, above[n], corner))
        line[n] = (line[n] + guess[filtered]) % 256
    return line


def _paeth(left: int, above: int, corner: int) -> int:
    estimate = left + above - corner
    return min((left, above, corner), key=lambda value: abs(estimate - value))


def _brightness(pixel: bytearray) -> int:
    red, green, blue, alpha = pixel
    light = (299 * red + 587 * green + 114 * blue) // 1000
    return (light * alpha + 255 * (255 - alpha)) // 255
