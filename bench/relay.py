"""A slow line: passes TCP on, so many bits a second and so many seconds later, each way for itself."""
import queue
import socket
import threading
import time

# What a modem takes at once: a key never waits here for longer than these bytes take.
PIECE = 64


class Relay:
    """Listens on a port of its own on the loopback. Starts as fast as the machine; `shape` makes it slow."""

    def __init__(self, port):
        self.target = port
        self.bits = 0
        self.delay = 0.0
        self.carried = 0
        self.sockets = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.serve, daemon=True).start()

    def shape(self, bits, delay):
        """From now on: bits a second (0 for no limit), and seconds that each byte travels one way."""
        self.bits, self.delay = bits, delay

    def serve(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            far = socket.create_connection(("127.0.0.1", self.target))
            for one in (near, far):
                one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.sockets += [near, far]
            self.carry(near, far)
            self.carry(far, near)

    def carry(self, source, target):
        on_its_way = queue.Queue(maxsize=64)
        threading.Thread(target=self.take, args=(source, on_its_way), daemon=True).start()
        threading.Thread(target=self.hand, args=(target, on_its_way), daemon=True).start()

    def take(self, source, on_its_way):
        free = time.monotonic()
        while True:
            try:
                data = source.recv(PIECE if self.bits else 1 << 16)
            except OSError:
                data = b""
            now = time.monotonic()
            if self.bits:
                free = max(free, now) + 8 * len(data) / self.bits
                time.sleep(max(0, free - time.monotonic()))
            self.carried += len(data)
            on_its_way.put((time.monotonic() + self.delay, data))
            if not data:
                return

    @staticmethod
    def hand(target, on_its_way):
        while True:
            due, data = on_its_way.get()
            time.sleep(max(0, due - time.monotonic()))
            try:
                if not data:
                    target.shutdown(socket.SHUT_WR)
                    return
                target.sendall(data)
            except OSError:
                return

    def close(self):
        self.listener.close()
        for one in self.sockets:
            one.close()
