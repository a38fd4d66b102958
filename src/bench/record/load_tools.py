"""wrk, pgbench and nginx: started, run and read."""
import os
import re
import shutil

import machine

UNITS = {"us": 1e-3, "ms": 1.0, "s": 1e3, "m": 60e3}
NGINX = """worker_processes auto;
error_log {work}/nginx-error.log;
pid {work}/nginx.pid;
daemon off;
events {{ worker_connections 1024; }}
http {{
    access_log off;
    sendfile on;
    tcp_nopush on;
    keepalive_requests 1000000000;
    open_file_cache max=100;
    default_type application/json;
    client_body_temp_path {work}/nginx-tmp;
    proxy_temp_path {work}/nginx-tmp;
    fastcgi_temp_path {work}/nginx-tmp;
    uwsgi_temp_path {work}/nginx-tmp;
    scgi_temp_path {work}/nginx-tmp;
    server {{ listen 127.0.0.1:{port}; root {root}; }}
}}
"""
# Each connection walks through the paths from a place of its own.
WALK = """
local paths = {}
for line in io.lines("FILE") do paths[#paths + 1] = line end
local turn = 0
function init(arguments) math.randomseed(os.time() + tonumber(tostring({}):sub(8), 16) % 100000); turn = math.random(#paths) end
function request()
    turn = turn % #paths + 1
    return wrk.format("GET", paths[turn])
end
"""


class Rate:
    """What wrk saw: answers per second, latencies in milliseconds, and answers that were none."""

    def __init__(self, text):
        self.per_second = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
        self.bytes_per_second = size(re.search(r"Transfer/sec:\s+([\d.]+\w+)", text).group(1))
        self.p50, self.p99 = latency(text, "50"), latency(text, "99")
        bad = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
        broken = re.search(r"Socket errors: .*", text)
        self.trouble = " ".join(filter(None, [bad and bad.group(0), broken and broken.group(0)]))


def latency(text, part):
    number, unit = re.search(rf"\s{part}%\s+([\d.]+)(us|ms|s|m)\b", text).groups()
    return float(number) * UNITS[unit]


def size(text):
    number, unit = re.match(r"([\d.]+)(\w+)", text).groups()
    return float(number) * {"B": 1, "KB": 2**10, "MB": 2**20, "GB": 2**30}[unit]


def wrk(url, seconds, connections=64, headers=(), script=None):
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script]
    return Rate(machine.tool([*command, url]))


def walk(work, name, paths):
    """A script for wrk that asks for these paths in turn."""
    listed, script = os.path.join(work, name + ".txt"), os.path.join(work, name + ".lua")
    with open(listed, "w") as file:
        file.writelines(path + "\n" for path in paths)
    with open(script, "w") as file:
        file.write(WALK.replace("FILE", listed))
    return script


def pgbench(database, sql, seconds, clients=(8, 64)):
    """Transactions per second of one prepared statement: the best of these numbers of clients."""
    script = os.path.join(database.folder, "query.sql")
    with open(script, "w") as file:
        file.write(sql)
    os.chmod(script, 0o644)
    best = 0.0
    for count in clients:
        said = machine.tool([os.path.join(database.programs, "pgbench"), "-h", database.folder, "-p", str(database.port),
                             "-U", "lacuna", "-n", "-M", "prepared", "-c", str(count), "-j", "2", "-T", str(seconds),
                             "-f", script, "lacuna"], cwd="/")
        best = max(best, float(re.search(r"tps = ([\d.]+)", said).group(1)))
    return best


class Nginx:
    def __init__(self, work):
        self.work, self.root, self.port = work, os.path.join(work, "site"), machine.free_port()
        shutil.rmtree(self.root, ignore_errors=True)
        os.makedirs(self.root)
        os.makedirs(os.path.join(work, "nginx-tmp"), exist_ok=True)

    def start(self):
        configuration = os.path.join(self.work, "nginx.conf")
        with open(configuration, "w") as file:
            file.write(("user root;\n" if os.getuid() == 0 else "")
                       + NGINX.format(work=self.work, root=self.root, port=self.port))
        return machine.Running([machine.found("nginx", "/usr/sbin/nginx"), "-c", configuration],
                               os.path.join(self.work, "nginx.log"))

    def put(self, name, body):
        with open(os.path.join(self.root, name), "wb") as file:
            file.write(body)


def say(line):
    print(line, flush=True)
    return line
