"""A web site on this machine for the tests of the originals: it answers as it is told to."""

import gzip
import socket
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ARTICLE = (
    "<html><head><title>The deal is off</title></head><body><nav>Home News Sport</nav><article>"
    "<h1>The deal is off</h1><p>The minister said on Friday that the deal was off.</p>"
    "<p>Asylum seekers said that they had waited for {} months to hear it.</p></article>"
    "<footer>About us</footer></body></html>"
)


class Clock:
    """A clock that goes on only when somebody sleeps."""

    def __init__(self):
        self.seconds, self.slept = 0.0, []

    def now(self):
        return self.seconds

    def utc(self):
        return datetime(2026, 3, 1, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.seconds += seconds


def html(number=3):
    return 200, {"Content-Type": "text/html; charset=utf-8"}, ARTICLE.format(number).encode()


def bomb(megabytes, kind="text/html"):
    packed = gzip.compress(b"<p>0" + b"0" * 10**6 * megabytes)
    return 200, {"Content-Type": kind, "Content-Encoding": "gzip"}, packed


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        site = self.server.site
        site.asked.append((self.headers["Host"], self.path))
        site.agents.add(self.headers["User-Agent"])
        answer = site.pages.get((self.headers["Host"].split(":")[0], self.path))
        answer = site.pages.get(self.path, (404, {}, b"")) if answer is None else answer
        if isinstance(answer, list):  # one after the other, the last one from then on
            answer = answer.pop(0) if len(answer) > 1 else answer[0]
        if callable(answer):
            answer(self)
            self.close_connection = True
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in ({"Content-Length": len(body)} | headers).items():
            self.send_header(name, str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *told):
        pass


class Site:
    """`pages`: by path, or by (host, path), an answer (status, headers, body), a list of answers
    or a function of the handler. `asked`: what was asked for, in order."""

    def __init__(self, server):
        self.pages, self.asked, self.agents = {}, [], set()
        self.port = server.server_address[1]

    def url(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    def paths(self):
        return [path for _, path in self.asked]


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, address):
        pass  # the visitor hangs up in the middle where it has to


@contextmanager
def open_site():
    server = _Server(("127.0.0.1", 0), _Handler)
    server.site = Site(server)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield server.site
    finally:
        server.shutdown()
        server.server_close()


def send(*parts, pause=None):
    """Return an answer that sends raw bytes, and waits for `pause` (an Event) after each part."""

    def answer(handler):
        for part in parts:
            handler.wfile.write(part)
            handler.wfile.flush()
            if pause:
                pause.wait(0.05)

    return answer


def fake_names(monkeypatch, names):
    """Let each of `names` lead to an address, or to the next of a list; return the look-ups."""
    real, looked_up = socket.getaddrinfo, []

    def look_up(host, port, *rest, **how):
        if host not in names:
            if host.replace(".", "").isdigit() or ":" in host:
                return real(host, port, *rest, **how)
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        looked_up.append(host)
        found = names[host]
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        if isinstance(found, Exception):
            raise found
        places = found if isinstance(found, tuple) else (found,)
        return [(*_kind(place), 6, "", _place(place, port)) for place in places]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return looked_up


def _kind(address):
    return (socket.AF_INET6 if ":" in address else socket.AF_INET, socket.SOCK_STREAM)


def _place(address, port):
    return (address, port, 0, 0) if ":" in address else (address, port)


def fake_public(monkeypatch):
    """Bring whoever connects to an address that is not this machine's to this machine.

    Returned is the list of the addresses that were connected to.
    """
    real, reached = socket.socket.connect, []

    def connect(self, place):
        reached.append(place[0])
        return real(self, ("127.0.0.1", place[1]))

    monkeypatch.setattr(socket.socket, "connect", connect)
    return reached


def make_pdf(*lines):
    """Return a PDF of one page that says `lines`."""
    shown = b" ".join(b"(%s) Tj 0 -20 Td" % line.encode() for line in lines)
    content = b"BT /F1 12 Tf 50 700 Td " + shown + b" ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 6\n0000000000 65535 f \n" + table + end
