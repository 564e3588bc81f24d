"""An sshd of our own on the loopback, with keys that live as long as it does, behind a slow line."""
import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time

from pty_driver import Terminal
from relay import Relay

SSHD = shutil.which("sshd", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin:/sbin")
POSITION = b"\x1b[6n"


class SshLine:
    """`start` runs a command at the other end, on a terminal of 80x24 that answers where its cursor is."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="chatstream-sshd-")
        for name in ("host", "person"):
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", os.path.join(self.folder, name)], check=True)
        port = free_port()
        config = os.path.join(self.folder, "config")
        with open(config, "w", encoding="utf-8") as file:
            file.write(f"Port {port}\nListenAddress 127.0.0.1\nHostKey {self.folder}/host\nPidFile none\n"
                       f"AuthorizedKeysFile {self.folder}/person.pub\nStrictModes no\nPermitRootLogin yes\n"
                       "PasswordAuthentication no\nUsePAM no\n")
        if os.getuid() == 0:
            os.makedirs("/run/sshd", exist_ok=True)
        self.log = open(os.path.join(self.folder, "log"), "wb")
        self.daemon = subprocess.Popen([SSHD, "-D", "-e", "-f", config], stderr=self.log)
        wait_for(port)
        self.relay = Relay(port)

    def start(self, command, bits=0, delay=0.0, environment=None):
        """Connects as fast as the machine can, then makes the line slow, then runs the command."""
        self.relay.shape(0, 0)
        terminal = Answering(
            ["ssh", "-tt", "-q", "-p", str(self.relay.port), "-i", os.path.join(self.folder, "person"),
             "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o", "IdentitiesOnly=yes",
             # Newer clients send noise around each key to hide when it was typed: more than 9,600 bits a second of it.
             "-o", "IgnoreUnknown=ObscureKeystrokeTiming", "-o", "ObscureKeystrokeTiming=no",
             f"{getpass.getuser()}@127.0.0.1", f"stty -echo; echo CONNECTED; read go; {command}"],
            environment or dict(os.environ, TERM="xterm-256color"), rows=24, columns=80)
        terminal.until(b"CONNECTED", 20)
        self.relay.shape(bits, delay)
        terminal.type(b"\r")
        return terminal

    def hang_up(self):
        """Kills the sessions, as a line that breaks does; sshd itself stays."""
        children = open(f"/proc/{self.daemon.pid}/task/{self.daemon.pid}/children").read().split()
        for child in children:
            os.kill(int(child), signal.SIGKILL)

    def close(self):
        self.relay.close()
        self.daemon.terminate()
        self.daemon.wait()
        self.log.close()
        shutil.rmtree(self.folder)


class Answering(Terminal):
    """Answers where the cursor is, as terminals do."""

    def read(self, seconds):
        data = super().read(seconds)
        for _ in range(data.count(POSITION)):
            os.write(self.fd, b"\x1b[20;5R")
        return data


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return listener.getsockname()[1]


def wait_for(port):
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit("sshd did not start")
