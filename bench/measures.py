"""What is measured, of one program that was started anew. All times in milliseconds unless named otherwise."""
import os
import random
import time

from pty_driver import cpu_seconds, memory_mb

# Letters that nothing else on the screen is made of: the scripted answers are lower case.
LETTERS = b"QXZJ"
STREAMED = 1000
RATE = 200
BURST = 20_000
SHORT_TURNS = 7


def measure(program, settings):
    """One start with everything that can be asked of it; a dictionary from a figure's name to its value or values."""
    terminal = program.start()
    figures = {"first frame": 1000 * (terminal.until(program.ready, 30) - terminal.began)}
    try:
        program.open(terminal)
        terminal.settle()
        pid = terminal.process()
        figures.update(idle(terminal, pid, settings.idle))
        figures["first question: Enter to request"] = ask(program, terminal)[0]
        short = [ask(program, terminal) for _ in range(SHORT_TURNS)]
        figures["Enter to request"] = [turn[0] for turn in short]
        figures["first token"] = [turn[1] for turn in short]
        figures.update(stream(program, terminal, pid))
        figures["key echo"] = echoes(program, terminal, settings.keys)
        figures.update(burst(program, terminal))
        figures["memory at the end"] = memory_mb(pid)
    finally:
        program.close(terminal)
    return figures


def first_frame(program):
    """One start and its end; milliseconds to the first frame."""
    terminal = program.start()
    took = 1000 * (terminal.until(program.ready, 30) - terminal.began)
    program.close(terminal)
    return took


def idle(terminal, pid, seconds):
    before = cpu_seconds(pid)
    sent = terminal.drain(seconds)
    return {"idle memory": memory_mb(pid), "idle CPU": 100 * (cpu_seconds(pid) - before) / seconds, "idle bytes": sent}


def ask(program, terminal):
    """A question with a short answer: Enter to its arrival at the server, and the first token from there to here."""
    program.server.script(tokens=30, rate=RATE, first="zfirstz", last="zlastz")
    terminal.type(b"hello")
    terminal.settle(0.2)
    pressed = terminal.type(b"\r")
    shown = terminal.until(b"zfirstz", 20)
    terminal.until(b"zlastz", 20)
    terminal.settle(0.5)
    last = program.server.last()
    return 1000 * (last["arrived"] - pressed), 1000 * (shown - last["sent"][0])


def stream(program, terminal, pid):
    """1,000 tokens at 200 a second with nobody typing. CPU and bytes from Enter to the end, the save included."""
    program.server.script(tokens=STREAMED, rate=RATE, last="zlastz")
    terminal.type(b"hello")
    terminal.settle(0.2)
    cpu, total = cpu_seconds(pid), terminal.total
    terminal.type(b"\r")
    terminal.until(b"zlastz", STREAMED / RATE + 20)
    terminal.settle(0.5)
    return {"bytes a token": (terminal.total - total) / STREAMED,
            "CPU for 1,000 tokens": cpu_seconds(pid) - cpu}


def echoes(program, terminal, keys):
    """Keys typed at random moments while 200 tokens a second come; how long each took to be seen."""
    # Twice as long as the typing takes on an idle machine: the last key must come before the last token.
    program.server.script(tokens=int(keys * 0.15 * RATE), rate=RATE, last="zlastz")
    terminal.type(b"hello\r")
    terminal.drain(0.3)
    chance, took = random.Random(keys), []
    for number in range(keys):
        terminal.drain(chance.uniform(0.03, 0.09))
        key = LETTERS[number % len(LETTERS):][:1]
        took.append(1000 * (-terminal.type(key) + terminal.until(key, 10)))
    terminal.until(b"zlastz", 30)
    terminal.settle(0.5)
    terminal.type(b"\x15" if program.name != "raw client" else b"")
    return took


def burst(program, terminal):
    """20,000 tokens as fast as they come: Enter to the last of them on the screen, in seconds, and how many are lost."""
    program.server.script(tokens=BURST, rate=0, last="zendz")
    text = program.server
    terminal.type(b"hello")
    terminal.settle(0.2)
    began = terminal.type(b"\r")
    shown = terminal.until(b"zendz", 60)
    whole = program.saved(text.last()["text"])
    terminal.settle(0.5)
    return {"20,000 tokens": shown - began, "20,000 tokens whole": 1 if whole else 0}
