#!/usr/bin/python3
"""What somebody may put into the environment of the program, and what comes of it.

Usage: environment.py --lanyard PROGRAM --service PROGRAM --accounts FILE --failures FOLDER

A proxy there sees nothing of a connection without encryption; certificates named there are not trusted. (That no rule for
Qt's logs shows a secret is a part of every end-to-end test.)
"""

import os
import socket
import tempfile
import threading
from pathlib import Path

from programs import Service
from run import title
from story import parser, play


class Listener:
    """A port that keeps what is sent to it."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.heard = []
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.socket.getsockname()[1]}"

    def _listen(self):
        while True:
            connection, _ = self.socket.accept()
            self.heard.append(connection.recv(4096))
            connection.close()


def proxies(run):
    listener = Listener()
    names = ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
    run.start(**dict.fromkeys(names, listener.address), no_proxy="")
    run.job.sign_in_with_password(run.password)
    run.desktop.window(title(run.scenario.display_name))
    run.check("signed in past the proxies of the environment", True)
    run.check("which have heard nothing", not listener.heard, f"{listener.heard}")
    run.lanyard.stop()


def certificates(run):
    with tempfile.TemporaryDirectory() as folder:
        certificate = Path(folder) / "own.pem"
        service = Service(run.options.service, folder, run.service.state(), "--tls", "self-signed",
                          "--certificate-file", certificate)
        try:
            os.symlink(certificate, Path(folder) / "0123abcd.0")
            run.service.stop()
            run.service = service
            run.start(SSL_CERT_FILE=str(certificate), SSL_CERT_DIR=folder)
            dialog = run.job.adding()  # beside the account of before
            run.job.sign_in_with_password(run.password, dialog)
            run.desktop.find_text(dialog, f"This computer does not trust the certificate of {service.url}")
            run.check("a certificate that the environment names is not trusted", True)
            requests = Path(folder) / "requests.log"
            run.check("and nothing was sent", not requests.exists() or not requests.read_text())
        finally:
            run.lanyard.stop()
            service.stop()


def environment(run):
    proxies(run)
    certificates(run)


def main():
    play(parser().parse_args(), "environment", "rich", environment)


if __name__ == "__main__":
    main()
