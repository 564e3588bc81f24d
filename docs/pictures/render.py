#!/usr/bin/env python3
"""Turns what `tmux capture-pane -e -p` prints into a picture.

usage: render.py COLUMNS ROWS [FOREGROUND BACKGROUND] < captured > picture.svg

The two colours are those of the terminal itself, for cells that name none. Each run of cells of one style becomes one
text element of a fixed width, so that rows and columns stand where they stood, whatever font is there. Lines and corners
are drawn, not written, so that they meet.
"""
import re
import sys
import unicodedata
from xml.sax.saxutils import escape

CELL_WIDTH, CELL_HEIGHT, BASELINE, MARGIN = 8, 17, 13, 10
# Such that a character of the first fonts named is as wide as a cell.
FONT_SIZE = 13.29
FONT = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"
# Colours 0 to 15, as many terminals have them.
NAMED = ("#1d1f21 #cc6666 #8abe6f #d8b457 #6f9fd0 #b294bb #70c0b8 #c5c8c6 "
         "#7c8083 #e08080 #a8d78f #f0d078 #8fb8e8 #cbb0d4 #90dcd4 #ffffff").split()
# Which ways a line leaves the middle of its cell: left, right, up, down.
LINES = {"─": "lr", "│": "ud", "┌": "rd", "┐": "ld", "└": "ru", "┘": "lu", "├": "rud", "┤": "lud", "┬": "lrd",
         "┴": "lru", "┼": "lrud"}
STYLE = re.compile(r"\x1b\[([0-9;:]*)m")
OTHER_CONTROLS = re.compile(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][0-9A-Za-z]|[\x0e\x0f]")


def indexed(number):
    """A colour of xterm's palette."""
    if number < 16:
        return NAMED[number]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    number -= 16
    parts = (number // 36, number // 6 % 6, number % 6)
    return "#" + "".join(f"{40 * part + 55 if part else 0:02x}" for part in parts)


class Style:
    """Colours (None for the terminal's own) and attributes, changed by SGR sequences."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.foreground = self.background = None
        self.on = set()

    def apply(self, parameters):
        codes = [int(code or 0) for code in parameters.replace(":", ";").split(";")]
        while codes:
            code = codes.pop(0)
            if code == 0:
                self.reset()
            elif code in (1, 2, 3, 4, 7):
                self.on.add(code)
            elif code == 22:
                self.on -= {1, 2}
            elif code in (23, 24, 27):
                self.on.discard(code - 20)
            elif code in (38, 48):
                self.put(code == 38, self.rich(codes))
            elif code in (39, 49):
                self.put(code == 39, None)
            elif 30 <= code <= 37 or 40 <= code <= 47:
                self.put(code < 40, NAMED[code % 10])
            elif 90 <= code <= 97 or 100 <= code <= 107:
                self.put(code < 100, NAMED[code % 10 + 8])

    @staticmethod
    def rich(codes):
        if codes.pop(0) == 5:
            return indexed(codes.pop(0))
        red, green, blue = codes.pop(0), codes.pop(0), codes.pop(0)
        return f"#{red:02x}{green:02x}{blue:02x}"

    def put(self, in_front, colour):
        if in_front:
            self.foreground = colour
        else:
            self.background = colour

    def shown(self, own_foreground, own_background):
        """Foreground, background (None: nothing to paint), and the attributes of the text."""
        front, back = self.foreground or own_foreground, self.background or own_background
        if 7 in self.on:
            front, back = back, front
        if 2 in self.on:
            front = mixed(front, back)
        return front, None if back == own_background else back, frozenset(self.on & {1, 3, 4})


def mixed(front, back):
    """Dim: three fifths of the way from the background to the foreground."""
    pairs = [(int(front[at:at + 2], 16), int(back[at:at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{(3 * f + 2 * b) // 5:02x}" for f, b in pairs)


def cells_of(character):
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def runs(line, style, own):
    """(column, cells, text, what it looks like), neighbours of one look joined."""
    column, found, at = 0, [], 0
    line = OTHER_CONTROLS.sub("", line)
    while at < len(line):
        sequence = STYLE.match(line, at)
        if sequence:
            style.apply(sequence.group(1))
            at = sequence.end()
            continue
        width, look = cells_of(line[at]), style.shown(*own)
        if found and found[-1][3] == look:
            begin, cells, text, _ = found[-1]
            found[-1] = (begin, cells + width, text + line[at], look)
        else:
            found.append((column, width, line[at], look))
        column += width
        at += 1
    return found


def attributes(on):
    names = {1: ' font-weight="bold"', 3: ' font-style="italic"', 4: ' text-decoration="underline"'}
    return "".join(names[code] for code in sorted(on))


def words(text):
    """The parts of a run between lines and gaps of two spaces or more: (offset, part), so that gaps cost nothing."""
    written = "".join(" " if character in LINES else character for character in text)
    return [(part.start(), part.group()) for part in re.finditer(r"\S+(?: \S+)*", written)]


def lines(text, x, top):
    """The path of the lines in a run; equal ones side by side become one."""
    right, middle, bottom = CELL_WIDTH, CELL_WIDTH // 2, top + CELL_HEIGHT
    centre = top + CELL_HEIGHT // 2
    path = ""
    for part in re.finditer("─+|[^─]", text):
        begin = x + right * sum(map(cells_of, text[:part.start()]))
        ways = LINES.get(part.group()[0], "")
        if "l" in ways or "r" in ways:
            end = begin + (right * len(part.group()) if "r" in ways else middle)
            path += f"M{begin if 'l' in ways else begin + middle} {centre}H{end}"
        if "u" in ways or "d" in ways:
            path += f"M{begin + middle} {top if 'u' in ways else centre}V{bottom if 'd' in ways else centre}"
    return path


def drawn(row, pieces, own_foreground):
    top = MARGIN + row * CELL_HEIGHT
    for column, cells, text, (front, back, on) in pieces:
        x = MARGIN + column * CELL_WIDTH
        if back:
            yield f'<rect x="{x}" y="{top}" width="{cells * CELL_WIDTH}" height="{CELL_HEIGHT}" fill="{back}"/>'
        fill = "" if front == own_foreground else f' fill="{front}"'
        path = lines(text, x, top)
        if path:
            yield f'<path d="{path}" stroke="{front}"/>'
        for offset, part in words(text):
            begin = x + CELL_WIDTH * sum(map(cells_of, text[:offset]))
            length = CELL_WIDTH * sum(map(cells_of, part))
            yield (f'<text x="{begin}" y="{top + BASELINE}" textLength="{length}" lengthAdjust="spacingAndGlyphs"'
                   f'{fill}{attributes(on)}>{escape(part)}</text>')


def svg(text, columns, rows, own):
    width, height = columns * CELL_WIDTH + 2 * MARGIN, rows * CELL_HEIGHT + 2 * MARGIN
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
           f'font-family="{FONT}" font-size="{FONT_SIZE}" fill="{own[0]}" xml:space="preserve">')
    yield f'<rect width="{width}" height="{height}" rx="6" fill="{own[1]}"/>'
    style = Style()
    lines = text.split("\n")[:rows]
    for row, line in enumerate(lines):
        yield from drawn(row, runs(line, style, own), own[0])
    yield "</svg>"


def main(arguments):
    columns, rows = int(arguments[0]), int(arguments[1])
    own = tuple(arguments[2:4]) or ("#d0d0d0", "#16181c")
    sys.stdout.reconfigure(encoding="utf-8")
    text = sys.stdin.buffer.read().decode("utf-8")
    print("\n".join(svg(text, columns, rows, own)))


if __name__ == "__main__":
    main(sys.argv[1:])
