"""A short text becomes a QR code: byte mode, error correction level L, versions 1 to 6. Source: ISO/IEC 18004:2015."""

from collections.abc import Iterator, Sequence
from functools import reduce
from itertools import pairwise

_BLOCKS = {1: (19, 7, 1), 2: (34, 10, 1), 3: (55, 15, 1), 4: (80, 20, 1), 5: (108, 26, 1), 6: (136, 18, 2)}
"""By version: codewords of data, codewords of correction in a block, blocks. Table 9."""
_LEVEL_L = 0b01
_QUIET = 2

Matrix = list[list[bool | None]]


def qr_modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark modules, row by row. Raises ValueError for more than 134 bytes."""
    content = text.encode()
    version = next((number for number, (size, _, _) in _BLOCKS.items() if len(content) + 2 <= size), 0)
    if not version:
        raise ValueError(text)
    codewords = _interleaved(_data(content, _BLOCKS[version][0]), version)
    candidates = [_masked(version, codewords, mask) for mask in range(8)]
    return min(candidates, key=_penalty)


def as_lines(text: str) -> tuple[str, ...]:
    """The code in half blocks, two rows a line, light on dark as terminals are; empty where the text is too long."""
    try:
        modules = qr_modules(text)
    except ValueError:
        return ()
    size = len(modules) + 2 * _QUIET
    blank = (False,) * size
    rows = [blank] * _QUIET + [(False,) * _QUIET + row + (False,) * _QUIET for row in modules] + [blank] * _QUIET
    rows += [blank] * (len(rows) % 2)
    signs = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}
    return tuple(
        "".join(signs[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )


def _data(content: bytes, size: int) -> bytes:
    bits = f"0100{len(content):08b}" + "".join(f"{byte:08b}" for byte in content) + "0000"
    bits = bits[: size * 8]
    bits += "0" * (-len(bits) % 8)
    data = bytes(int(bits[at : at + 8], 2) for at in range(0, len(bits), 8))
    padding = b"\xec\x11" * size
    return (data + padding)[:size]


def _interleaved(data: bytes, version: int) -> bytes:
    size, corrections, count = _BLOCKS[version]
    length = size // count
    blocks = [data[at * length : (at + 1) * length] for at in range(count)]
    checks = [_corrections(block, corrections) for block in blocks]
    return bytes(byte for column in zip(*blocks, strict=True) for byte in column) + bytes(
        byte for column in zip(*checks, strict=True) for byte in column
    )


def _times(left: int, right: int) -> int:
    """In the field of 256 elements modulo x^8 + x^4 + x^3 + x^2 + 1."""
    product = 0
    for bit in range(7, -1, -1):
        product = (product << 1) ^ ((product >> 7) * 0x11D)
        product ^= ((right >> bit) & 1) * left
    return product


def _corrections(block: bytes, count: int) -> bytes:
    """The Reed-Solomon codewords of a block."""
    divisor, root = [0] * (count - 1) + [1], 1
    for _ in range(count):
        divisor = [
            _times(coefficient, root) ^ (divisor[at + 1] if at + 1 < count else 0)
            for at, coefficient in enumerate(divisor)
        ]
        root = _times(root, 2)
    rest = [0] * count
    for byte in block:
        factor = byte ^ rest.pop(0)
        rest.append(0)
        rest = [value ^ _times(coefficient, factor) for value, coefficient in zip(rest, divisor, strict=True)]
    return bytes(rest)


def _masked(version: int, codewords: bytes, mask: int) -> tuple[tuple[bool, ...], ...]:
    matrix = _frame(version, mask)
    bits = (bool(byte >> bit & 1) for byte in codewords for bit in range(7, -1, -1))
    for row, column in _path(len(matrix)):
        if matrix[row][column] is None:
            matrix[row][column] = next(bits, False) ^ _inverts(mask, row, column)
    return tuple(tuple(bool(module) for module in line) for line in matrix)


def _frame(version: int, mask: int) -> Matrix:
    """Everything but the data: finders, timing, alignment, format."""
    size = 17 + 4 * version
    matrix: Matrix = [[None] * size for _ in range(size)]
    for at in range(size):
        matrix[6][at] = matrix[at][6] = at % 2 == 0
    for row, column in ((3, 3), (3, size - 4), (size - 4, 3)):
        _square(matrix, row, column, 4, dark=(0, 1, 3))
    if version > 1:
        _square(matrix, size - 7, size - 7, 2, dark=(0, 2))
    _format(matrix, mask)
    return matrix


def _square(matrix: Matrix, row: int, column: int, reach: int, *, dark: Sequence[int]) -> None:
    """Rings around a centre, those at the distances in `dark` dark."""
    size = len(matrix)
    for down in range(-reach, reach + 1):
        for right in range(-reach, reach + 1):
            if 0 <= row + down < size and 0 <= column + right < size:
                matrix[row + down][column + right] = max(abs(down), abs(right)) in dark


def _format(matrix: Matrix, mask: int) -> None:
    """Level and mask, twice. 7.9."""
    value = _LEVEL_L << 3 | mask
    rest = reduce(lambda held, _: (held << 1) ^ ((held >> 9) * 0x537), range(10), value)
    bits = (value << 10 | rest) ^ 0x5412
    size = len(matrix)
    first = [*((at, 8) for at in (0, 1, 2, 3, 4, 5, 7, 8)), *((8, at) for at in (7, 5, 4, 3, 2, 1, 0))]
    second = [*((8, size - 1 - at) for at in range(8)), *((size - 7 + at, 8) for at in range(7))]
    for places in (first, second):
        for at, (row, column) in enumerate(places):
            matrix[row][column] = bool(bits >> at & 1)
    matrix[size - 8][8] = True


def _path(size: int) -> Iterator[tuple[int, int]]:
    """Up and down in pairs of columns from the right, past the timing column. 7.7.3."""
    upwards = True
    for right in (*range(size - 1, 6, -2), *range(5, 0, -2)):
        for step in range(size):
            row = size - 1 - step if upwards else step
            yield row, right
            yield row, right - 1
        upwards = not upwards


def _inverts(mask: int, row: int, column: int) -> bool:
    """Table 10."""
    product = row * column
    return (
        (row + column) % 2,
        row % 2,
        column % 3,
        (row + column) % 3,
        (row // 2 + column // 3) % 2,
        product % 2 + product % 3,
        (product % 2 + product % 3) % 2,
        ((row + column) % 2 + product % 3) % 2,
    )[mask] == 0


def _penalty(modules: tuple[tuple[bool, ...], ...]) -> int:
    """How hard a code is to read. 7.8.3."""
    lines = (*modules, *zip(*modules, strict=True))
    score = sum(_runs(line) for line in lines)
    score += sum(
        3
        for upper, lower in pairwise(modules)
        for left in range(len(upper) - 1)
        if upper[left] == upper[left + 1] == lower[left] == lower[left + 1]
    )
    dark, total = sum(map(sum, modules)), len(modules) ** 2
    return score + 10 * (abs(dark * 20 - total * 10) // total)


def _runs(line: Sequence[bool]) -> int:
    text = "".join("1" if module else "0" for module in line)
    longest = [len(run) for sign in "01" for run in text.split("0" if sign == "1" else "1") if len(run) >= 5]
    finders = text.count("10111010000") + text.count("00001011101")
    return sum(length - 2 for length in longest) + 40 * finders
