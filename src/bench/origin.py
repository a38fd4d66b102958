"""The site's server: nginx with plain files on 100 loopback addresses, the same for everybody. Its CPU is nobody's."""
import collections
import dataclasses
import getpass
import os
import re
import time

import machine
import pages


@dataclasses.dataclass
class Request:
    began: float  # seconds since 1970, when the request's first byte was read; known to a millisecond
    host: str
    status: int
    path: str

    @property
    def is_page(self):
        return "/in/" in self.path


class Origin:
    def __init__(self, work):
        self.program = machine.found("nginx", "/usr/sbin/nginx")
        if not self.program:
            raise machine.Failed("expected nginx, found none: apt-get install nginx-light")
        self.work = os.path.join(work, "origin")
        self.site = os.path.join(self.work, "site")
        self.port = machine.free_port()
        self.access = os.path.join(self.work, "access.log")
        self.server = None

    def version(self):
        return re.search(r"nginx/(\S+)", machine.tool(["sh", "-c", f"{self.program} -v 2>&1"])).group(1)

    def start(self, count):
        made = pages.make(self.site, count)
        open(self.access, "w").close()
        with open(os.path.join(self.work, "nginx.conf"), "w") as file:
            file.write(self.configuration())
        self.server = machine.Running(
            [self.program, "-p", self.work, "-c", "nginx.conf", "-e", os.path.join(self.work, "errors.log")],
            os.path.join(self.work, "output.log"))
        time.sleep(1)
        if self.server.over():
            raise machine.Failed(f"nginx did not start; see {self.server.log} and {self.work}/errors.log")
        return made

    def stop(self):
        if self.server:
            self.server.stop()

    def mark(self):
        """A place in the log: what is asked from now on lies behind it."""
        time.sleep(1.3)  # the log is written once a second
        return os.path.getsize(self.access)

    def since(self, mark):
        """All requests since then, in the order they began."""
        time.sleep(1.3)
        with open(self.access) as file:
            file.seek(mark)
            # the last line may be half written
            lines = [line.split(" ") for line in file.read().rpartition("\n")[0].splitlines()]
        asked = [Request(float(end) - float(took), host, int(status), path) for end, took, host, status, path in lines]
        return sorted(asked, key=lambda request: request.began)

    def tally(self, mark):
        """How many different pages were answered with each status."""
        answered = collections.defaultdict(set)
        for request in self.since(mark):
            if request.is_page:
                answered[request.status].add((request.host, request.path))
        return {status: len(found) for status, found in answered.items()}

    def configuration(self):
        listen = "\n".join(f"        listen {pages.address(host)}:{self.port};" for host in range(pages.HOSTS))
        user = f"user {getpass.getuser()};" if os.getuid() == 0 else ""
        return f"""
daemon off;
{user}
worker_processes 1;
pid nginx.pid;
error_log errors.log warn;
events {{ worker_connections 4096; }}
http {{
    log_format asked '$msec $request_time $server_addr $status $request_uri';
    access_log access.log asked buffer=256k flush=1s;
    client_body_temp_path temporary; proxy_temp_path temporary; fastcgi_temp_path temporary;
    uwsgi_temp_path temporary; scgi_temp_path temporary;
    types {{ text/plain txt; }}
    default_type text/html;
    charset utf-8;
    server_tokens off;
    sendfile on;
    tcp_nopush on;
    gzip off;
    etag on;
    keepalive_timeout 75s;
    keepalive_requests 100000;
    open_file_cache max=20000 inactive=1h;
    open_file_cache_valid 1h;
    add_header Cache-Control "no-cache";
    add_header X-Frame-Options "sameorigin";
    add_header Content-Security-Policy "default-src 'self'; img-src 'self' data:; object-src 'none'";
    add_header Strict-Transport-Security "max-age=31536000";
    server {{
{listen}
        root site/$server_addr;
    }}
}}
"""
