"""A program on a pseudo terminal: its bytes with times, keys typed, its processor time and memory."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

ROWS, COLUMNS = 50, 200
CONTROLS = re.compile(rb"\x1b\[[0-9;?<>=]*[@-~]|\x1b[()][A-Z0-9]|\x1b[=>78]")
TICKS = os.sysconf("SC_CLK_TCK")


class Gone(Exception):
    """The program ended, or did not show what was waited for."""


class Terminal:
    """Starts a command on a terminal, of 200 columns and 50 rows unless told otherwise, as a shell would."""

    def __init__(self, command, environment, rows=ROWS, columns=COLUMNS):
        self.began = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], command, environment)
        self.total = 0

    def read(self, seconds):
        """What comes next, or nothing when the time is over."""
        if not select.select([self.fd], [], [], max(0, seconds))[0]:
            return b""
        try:
            data = os.read(self.fd, 1 << 16)
        except OSError:
            data = b""
        if not data:
            raise Gone("the program ended")
        self.total += len(data)
        return data

    def until(self, wanted, seconds):
        """The time at which this text was there. Controls between its characters don't matter."""
        held, end = b"", time.monotonic() + seconds
        while time.monotonic() < end:
            data = self.read(end - time.monotonic())
            now = time.monotonic()
            held += data
            if wanted in held or wanted in CONTROLS.sub(b"", held):
                return now
            held = held[-4096:]
        raise Gone(f"{wanted!r} did not come within {seconds} s; the last was {held[-600:]!r}")

    def drain(self, seconds):
        """Reads for that long; how many bytes came."""
        before, end = self.total, time.monotonic() + seconds
        while time.monotonic() < end:
            self.read(end - time.monotonic())
        return self.total - before

    def settle(self, quiet=0.4, most=20):
        """Reads until nothing came for a while."""
        end = time.monotonic() + most
        while time.monotonic() < end and self.read(quiet):
            pass

    def type(self, keys):
        """Sends keys; the time just before."""
        now = time.monotonic()
        os.write(self.fd, keys)
        return now

    def process(self):
        """The process to measure: the JVM below the launcher, or the program itself."""
        children = open(f"/proc/{self.pid}/task/{self.pid}/children").read().split()
        for child in children:
            if os.readlink(f"/proc/{child}/exe").endswith("/java"):
                return int(child)
        return self.pid

    def close(self, *keys):
        """Ends the program by its own keys, each a write of its own; by force if it is still there after 10 s."""
        end = time.monotonic() + 10
        try:
            for one in keys:
                self.type(one)
                self.settle(0.2, 1)
            while time.monotonic() < end:
                self.read(end - time.monotonic())
            os.kill(self.pid, signal.SIGKILL)
        except (Gone, OSError):
            pass
        os.close(self.fd)
        os.waitpid(self.pid, 0)


def cpu_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def memory_mb(pid):
    for line in open(f"/proc/{pid}/status"):
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise Gone("no VmRSS")
