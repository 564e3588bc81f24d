#!/usr/bin/env python3
"""Runs the spike of docs/adr/0001 on a real pseudo terminal and measures it from outside.

usage: bench/spike.py JAVA CLASSPATH [java options ...] [-- stacked|columns RATE TOKENS STEP]
       with START=7 in the environment: only the first frame, the median of 7 starts
       with SUSPEND=1: SIGTSTP from outside and back
"""
import fcntl, os, pty, random, select, signal, statistics, struct, sys, termios, time, tty

ROWS, COLUMNS = 50, 200


def start(command):
    """Starts the command on a terminal that is in raw mode from the first moment."""
    pid, terminal = pty.fork()
    if pid == 0:
        tty.setraw(0)
        os.environ.update(TERM="xterm-256color", LANG="C.UTF-8", LINES=str(ROWS), COLUMNS=str(COLUMNS))
        os.execvp(command[0], command)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    return pid, terminal


def read_for(terminal, seconds, wanted=None):
    """Everything that comes within the time, or until the wanted bytes are in it."""
    data, end = b"", time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if select.select([terminal], [], [], left)[0]:
            data += os.read(terminal, 65536)
            if wanted and wanted in data:
                break
    return data


def cpu_seconds(pid):
    fields = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory_mb(pid):
    return next(int(line.split()[1]) / 1024 for line in open(f"/proc/{pid}/status") if line.startswith("VmRSS"))


def stop(pid, terminal):
    os.write(terminal, b"\x11")
    tail = read_for(terminal, 2, b"\x1b[?1049l")
    _, status = os.waitpid(pid, 0)
    return tail.endswith(b"\x1b[?1049l") and status == 0


def first_frame(command):
    began = time.monotonic()
    pid, terminal = start(command)
    read_for(terminal, 20, b"3 Log")
    took = 1000 * (time.monotonic() - began)
    memory = memory_mb(pid)
    stop(pid, terminal)
    return took, memory


def streaming(command, rate, tokens):
    pid, terminal = start(command)
    read_for(terminal, 20, b"3 Log")
    read_for(terminal, 0.3)
    cpu, total, echoes = cpu_seconds(pid), 0, []
    end = time.monotonic() + tokens / rate + 0.4
    silent = random.Random(1)
    typed = 0
    while time.monotonic() < end:
        total += len(read_for(terminal, silent.uniform(0.03, 0.09)))
        key = bytes([ord("A") + silent.randrange(26)])
        sent = time.monotonic()
        os.write(terminal, key)
        data = read_for(terminal, 1, key)
        echoes.append(1000 * (time.monotonic() - sent))
        total += len(data)
        typed += 1
    used = cpu_seconds(pid) - cpu
    read_for(terminal, 0.5)
    idle_cpu, idle_bytes = cpu_seconds(pid), len(read_for(terminal, 5))
    idle_cpu = cpu_seconds(pid) - idle_cpu
    memory = memory_mb(pid)
    clean = stop(pid, terminal)
    echoes.sort()
    print(f"{tokens} tokens at {rate}/s: {total / tokens:.1f} bytes a token (the echo of {typed} keys included), "
          f"CPU {used:.2f} s, echo p50 {statistics.median(echoes):.2f} ms, "
          f"p99 {echoes[int(0.99 * len(echoes))]:.2f} ms, most {echoes[-1]:.2f} ms, RSS {memory:.0f} MB, "
          f"idle 5 s: CPU {idle_cpu:.2f} s, {idle_bytes} bytes, terminal restored: {clean}")


def suspension(command):
    """SIGTSTP from outside: the terminal is given back, the job stops; SIGCONT: taken over and painted anew."""
    pid, terminal = start(command)
    read_for(terminal, 20, b"3 Log")
    read_for(terminal, 0.3)
    os.kill(pid, signal.SIGTSTP)
    given_back = b"\x1b[?1049l" in read_for(terminal, 3, b"\x1b[?1049l")
    time.sleep(0.5)
    state = open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0]
    cooked = bool(termios.tcgetattr(terminal)[3] & termios.ICANON)
    os.killpg(pid, signal.SIGCONT)
    back = read_for(terminal, 3, b"3 Log")
    raw = not termios.tcgetattr(terminal)[3] & termios.ICANON
    os.write(terminal, b"Z")
    echoed = b"Z" in read_for(terminal, 1, b"Z")
    clean = stop(pid, terminal)
    print(f"given back: {given_back}, stopped: {state == 'T'}, cooked: {cooked}; then taken over: "
          f"{b'[?1049h' in back and b'3 Log' in back}, raw: {raw}, keys: {echoed}, terminal restored: {clean}")


def main():
    given = sys.argv[1:]
    cut = given.index("--") if "--" in given else len(given)
    java, classpath, *options = given[:cut]
    arguments = given[cut + 1:] or ["stacked", "200", "2000", "1"]
    command = [java, *options, "-cp", classpath, "dev.chatstream.ui.gui.SpikeMain", *arguments]
    starts = int(os.environ.get("START", "0"))
    if starts:
        times, memories = zip(*(first_frame(command) for _ in range(starts)))
        print(f"first frame, median of {starts}: {statistics.median(times):.0f} ms "
              f"({min(times):.0f} to {max(times):.0f}), RSS {statistics.median(memories):.0f} MB")
    elif os.environ.get("SUSPEND"):
        suspension(command)
    else:
        streaming(command, int(arguments[1]), int(arguments[2]))


main()
