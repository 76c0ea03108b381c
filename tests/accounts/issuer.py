"""A tiny OpenID Connect provider on this machine, for the tests: it says of whoever comes what the test told it to."""

import base64
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


def unsigned(claims):
    """A token; the site fetched it itself, so its signature is not looked at (OpenID Connect Core 3.1.3.7)."""
    parts = [{"alg": "RS256", "typ": "JWT", "kid": "1"}, claims]
    coded = [base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts]
    return ".".join([*coded, "c2lnbmVk"])


class Answers(BaseHTTPRequestHandler):
    """Discovery, token and userinfo; the page where a person signs in is played by the test."""

    def send(self, said, status=200):
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        here = self.server.address
        if self.path == "/.well-known/openid-configuration":
            self.send(
                {
                    "issuer": here,
                    "authorization_endpoint": f"{here}/authorize",
                    "token_endpoint": f"{here}/token",
                    "userinfo_endpoint": f"{here}/userinfo",
                    "jwks_uri": f"{here}/keys",
                }
            )
        elif self.path == "/userinfo":
            self.send(self.server.claims)
        else:
            self.send({}, 404)

    def do_POST(self):
        asked = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.asked.append(asked)
        import time

        now = int(time.time())
        claims = {**self.server.claims, "iss": self.server.address, "aud": "book", "iat": now, "exp": now + 300}
        self.send({"access_token": "token", "token_type": "Bearer", "id_token": unsigned(claims)})

    def log_message(self, *said):
        """Say nothing."""


@contextmanager
def issuer(claims):
    """The provider, running; `asked` are the requests for tokens it got."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        server.address = f"http://127.0.0.1:{server.server_port}"
        server.claims, server.asked = claims, []
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def query_of(url):
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
