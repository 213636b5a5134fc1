"""Loads a served company over loopback; scripts/bench-web says what is measured."""
import argparse
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../Tests/API"))
import served as checks  # noqa: E402

# People of the made company in the places of those who look after it.
OFFICE = {"lena": "p00001", "dina": "p00002", "egor": "p00003", "olga": "p00004", "ivan": "p00005"}
SCRIPT = """
local people = {people}
local seed = 0
function setup(thread) thread:set("number", seed); seed = seed + 1 end
function init(arguments) math.randomseed(number + 1) end
request = function()
  local person = string.format("p%05d", math.random(1, people))
  return wrk.format("GET", "/api/v1/people/" .. person .. "/pay/{period}", {{Authorization = "Bearer {token}"}})
end
response = function(status) if status ~= 200 then print("status " .. status) end end
"""


def wrk(*arguments):
    done = subprocess.run(["wrk", *arguments], capture_output=True, text=True)
    other = set(re.findall(r"status \d+", done.stdout))
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout).group(1))
    return rate, other, done.stdout


class Steady:
    """Sends so many requests a second, spread over a few connections, and notes how long each took from when it was due."""

    def __init__(self, port, path, headers, rate, seconds, connections=20):
        self.port, self.path, self.headers, self.connections = port, path, headers, connections
        self.rate, self.seconds, self.times, self.lock, self.wrong = rate, seconds, [], threading.Lock(), 0

    def run(self):
        begun = time.monotonic() + 0.2
        threads = [threading.Thread(target=self.work, args=(begun, number)) for number in range(self.connections)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.times.sort()
        return self

    def work(self, begun, number):
        connection = socket.create_connection(("127.0.0.1", self.port))
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        own, wrong, place = [], 0, number
        while place < self.rate * self.seconds:
            due = begun + place / self.rate
            wait = due - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            connection.sendall(self.path(place) + self.headers)
            answer = self.read(connection)
            own.append(time.monotonic() - due)
            if not answer.startswith(b"HTTP/1.1 200"):
                wrong += 1
            place += self.connections
        connection.close()
        with self.lock:
            self.times += own
            self.wrong += wrong

    @staticmethod
    def read(connection):
        content = b""
        while b"\r\n\r\n" not in content:
            part = connection.recv(65536)
            if not part:
                return content
            content += part
        head, _, body = content.partition(b"\r\n\r\n")
        length = int(re.search(rb"(?i)content-length: (\d+)", head).group(1))
        while len(body) < length:
            body += connection.recv(65536)
        return content

    def at(self, share):
        return self.times[min(len(self.times) - 1, int(len(self.times) * share))] * 1000

    def told(self):
        return (f"p50 {self.at(0.5):.2f} ms, p99 {self.at(0.99):.2f} ms, longest {self.times[-1] * 1000:.1f} ms"
                f" of {len(self.times)}" + (f", {self.wrong} of them not 200" if self.wrong else ""))


def memory(pid):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        status = file.read()
    return {name: int(re.search(name + r":\s+(\d+)", status).group(1)) / 1024 for name in ("VmRSS", "VmHWM")}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("programs")
    parser.add_argument("--sales", type=int, default=1_000_000)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--months", type=int, default=24)
    parser.add_argument("--seconds", type=int, default=20)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="stimul-bench-web-")
    try:
        measure(options, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def measure(options, folder):
    load = os.path.join(folder, "load")
    subprocess.run(
        [f"{options.programs}/generate", "load", load, "--sales", str(options.sales), "--people", str(options.people),
         "--months", str(options.months), "--groups", "50"], check=True, stdout=subprocess.DEVNULL)
    # The made people take the places of the office.
    roles = {OFFICE[name]: role for name, role in checks.ROLES.items()}
    rights = {OFFICE[name]: rights for name, rights in checks.RIGHTS.items()}
    limits = "limits:\n" + "".join(
        f"  {name}: {{at_once: 1000000, per_minute: 60000000}}\n"
        for name in ("address", "reading", "writing", "money"))
    with open(f"{load}.server.yaml", "w", encoding="utf-8") as file:
        file.write(limits)
    company = checks.Served(f"{options.programs}/stimul", load, ["--configuration", f"{load}.server.yaml"])
    begun = time.monotonic()
    company.stimul("import", load, "--by", OFFICE["ivan"])
    print(f"import of {options.sales} sales: {time.monotonic() - begun:.1f} s")
    company.let_in(roles, rights, second="p00006")
    company.stop()
    for name in ("first", "second"):
        begun = time.monotonic()
        company.start(wait=600)
        print(f"{name} start to ready: {time.monotonic() - begun:.2f} s, memory {memory(company.server.pid)['VmRSS']:.0f} MB")
        if name == "first":
            company.stop()
    token = company.tokens[OFFICE["dina"]]
    period = "2025-06"
    answer = company.demand("GET", f"/people/p00007/pay/{period}", OFFICE["dina"])
    size = len(answer.body)

    script = os.path.join(folder, "pay.lua")
    with open(script, "w", encoding="ascii") as file:
        file.write(SCRIPT.format(people=options.people, period=period, token=token))
    bare_port = checks.free_port()
    bare = subprocess.Popen([f"{options.programs}/bare", str(bare_port), str(size)])
    time.sleep(1)
    url = f"http://127.0.0.1:{company.port}/"
    wrk("-t1", "-c16", f"-d{options.seconds}s", "-s", script, url)  # until everybody was asked for once
    rates, base = [], []
    for _ in range(3):
        rate, other, _ = wrk("-t1", "-c16", f"-d{max(5, options.seconds // 2)}s", "-s", script, url)
        if other:
            raise SystemExit(f"not only 200: {other}")
        rates.append(rate)
        base.append(wrk("-t1", "-c16", f"-d{max(5, options.seconds // 2)}s", "-s", script,
                        f"http://127.0.0.1:{bare_port}/")[0])
    bare.terminate()
    rate, other = sorted(rates)[1], sorted(base)[1]
    print(f"pay of somebody, {size} bytes, 16 connections: {rate:.0f} a second; bare {other:.0f}; ratio {rate / other:.2f}")

    headers = (f"Host: 127.0.0.1:{company.port}\r\nAuthorization: Bearer {token}\r\n\r\n").encode()

    def path(place):
        person = place * 7919 % options.people + 1
        return f"GET /api/v1/people/p{person:05}/pay/{period} HTTP/1.1\r\n".encode()

    quiet = Steady(company.port, path, headers, 1000, options.seconds).run()
    print(f"1,000 a second: {quiet.told()}")
    job = company.demand("POST", f"/periods/{period}/runs", OFFICE["dina"], {}).headers["Location"]
    busy = Steady(company.port, path, headers, 1000, options.seconds).run()
    state = company.ask("GET", job, {"Authorization": "Bearer " + token}).json["state"]
    print(f"1,000 a second while a period is calculated (afterwards it is {state}): {busy.told()}")
    used = memory(company.server.pid)
    print(f"memory: {used['VmRSS']:.0f} MB, at most {used['VmHWM']:.0f} MB")
    company.stop()


main()
