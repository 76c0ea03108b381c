"""A mail server on this machine that refuses as often as it is told to, then takes letters."""

import email
import email.policy
import socketserver
import threading
from contextlib import contextmanager


class Postbox(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        self.letters, self.refusals, self.refused_for_good = [], 0, set()
        super().__init__(("127.0.0.1", 0), Conversation)

    @property
    def port(self):
        return self.server_address[1]


class Conversation(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self):
        self.say("220 postbox")
        address = ""
        for raw in self.rfile:
            word = raw.decode().strip()
            verb = word[:4].upper()
            if verb == "RCPT":
                address = word.partition("<")[2].partition(">")[0]
                if address in self.server.refused_for_good:
                    self.say(f"550 no such mailbox {address}")
                elif self.server.refusals:
                    self.server.refusals -= 1
                    self.say(f"451 {address} come back later")
                else:
                    self.say("250 ok")
            elif verb == "DATA":
                self.say("354 go on")
                body = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.letters.append((address, email.message_from_bytes(body, policy=email.policy.default)))
                self.say("250 taken")
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")


@contextmanager
def postbox():
    with Postbox() as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()
