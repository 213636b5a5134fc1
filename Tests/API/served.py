"""A company served for checks: made in a folder of its own, with users, roles and tokens, and asked over loopback."""
import http.client
import json
import os
import re
import socket
import subprocess
import time
import urllib.parse
import uuid

ROLES = {"lena": "analyst", "dina": "finance", "egor": "executive", "olga": "auditor", "ivan": "administrator"}
RIGHTS = {
    "lena": "import,calculate,review,see_pay,set_targets,propose_adjustment,answer_dispute,read_ledger",
    "dina": "import,calculate,review,approve,pay,close,reopen,see_pay,decide_adjustment,propose_adjustment,"
    "answer_dispute,read_ledger",
    "egor": "approve,see_pay,decide_adjustment,read_ledger",
    "olga": "see_pay,read_ledger,check_records",
    "ivan": "grant_rights,check_records",
}


class Wrong(Exception):
    """Something that must not be."""


def free_port():
    """A port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self):
        return json.loads(self.body)


class Served:
    """A company folder and the server that serves it."""

    def __init__(self, program, folder, options=()):
        self.program, self.folder, self.options = os.path.abspath(program), folder, list(options)
        self.port, self.server, self.tokens = free_port(), None, {}

    # Commands

    def stimul(self, *words):
        done = subprocess.run(
            [self.program, *words, "--lang", "en"], capture_output=True, text=True,
            env=dict(os.environ, NO_COLOR="1", LC_ALL="C"))
        if done.returncode != 0:
            raise Wrong(f"stimul {' '.join(words)}: exit {done.returncode}\n{done.stdout}{done.stderr}")
        return done.stdout

    # The server

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self, wait=60):
        log = open(self.folder + ".log", "ab")
        self.server = subprocess.Popen(
            [self.program, "serve", self.folder, "--port", str(self.port), "--lang", "en", *self.options],
            stderr=log, stdout=log)
        log.close()
        until = time.monotonic() + wait
        while True:
            if self.server.poll() is not None:
                raise Wrong(f"the server ended: {self.server.returncode}\n{self.log()[-2000:]}")
            try:
                if self.ask("GET", "/readyz").status == 200:
                    return
            except OSError:
                pass
            if time.monotonic() > until:
                raise Wrong(f"the server is not ready after {wait} s\n{self.log()[-2000:]}")
            time.sleep(0.02)

    def log(self):
        with open(self.folder + ".log", encoding="utf-8", errors="replace") as file:
            return file.read()

    def kill(self):
        self.server.kill()
        self.server.wait()

    def stop(self):
        if self.server and self.server.poll() is None:
            self.server.terminate()
            self.server.wait(timeout=30)

    # Requests

    def ask(self, method, path, headers=None, body=None, timeout=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def call(self, method, path, user, value=None, key=None, headers=None):
        """Asks as the program of a user."""
        headers = dict(headers or {}, Authorization="Bearer " + self.tokens[user])
        body = None
        if value is not None:
            headers["Content-Type"] = "application/json"
            body = json.dumps(value).encode()
        if method == "POST":
            headers["Idempotency-Key"] = key or str(uuid.uuid4())
        return self.ask(method, "/api/v1" + path, headers, body)

    def demand(self, method, path, user, value=None, status=(200, 201, 202, 204), **options):
        answer = self.call(method, path, user, value, **options)
        if answer.status not in status:
            raise Wrong(f"{method} {path} as {user}: {answer.status} {answer.body[:500]}")
        return answer

    # People

    def let_in(self, roles=None, rights=None, second="boris"):
        """Gives people a role, a password and a token; the server must be stopped, and is started."""
        roles, rights = roles or ROLES, rights or RIGHTS
        administrator = next(person for person, role in roles.items() if role == "administrator")
        activations = {}
        for person in roles:
            told = self.stimul("user", "add", self.folder, person, "--by", administrator, "--origin", self.origin)
            activations[person] = re.search(r"/activate/\S+", told).group()
        for person, role in roles.items():
            # Nobody gives himself a role; the first administrator is made by whoever works on the files.
            giver = second if person == administrator else administrator
            self.stimul("user", "grant", self.folder, person, role, "--reason", "duty", "--by", giver)
        listed = self.stimul("user", "list", self.folder)
        for key in re.findall(r"waits ([0-9a-f]+)", listed):
            self.stimul("user", "agree", self.folder, key, "--by", second)
        self.start()
        password = "лошадь ест зелёный батон"
        for person, address in activations.items():
            form = urllib.parse.urlencode({"password": password, "repeated": password})
            answer = self.ask(
                "POST", address,
                {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}, form)
            if answer.status != 303:
                raise Wrong(f"activation of {person}: {answer.status} {answer.body[:300]}")
            told = self.stimul(
                "user", "token", self.folder, person, "--name", "check", "--rights", rights[person], "--by",
                administrator)
            self.tokens[person] = re.search(r"st_\S+", told).group()


COMPANY = """\
company: {name: Checked, currency: RUB}
positions: {seller: Seller, office: {title: Office, plan: none}}
units: {sales: Sales}
events:
  sale: {fields: {date: day, seller: person, amount: money}, credit: sale.seller}
  payment: {fields: {date: day, sale: sale, amount: money}, credit: payment.sale.seller}
metrics:
  sold: {unit: RUB, value: sum(sale.amount)}
  collected: {unit: RUB, value: sum(payment.amount), date: payment.sale.date}
plans:
  seller:
    for: {position: seller}
    period: month
    components:
      commission: {commission: sold, rate: 10%, hold: {release: collected / sold}}
"""


def make(folder, sellers=12):
    """A company of some sellers and the office, without events."""
    os.makedirs(folder, exist_ok=True)
    names = [f"seller{number:02}" for number in range(1, sellers + 1)]
    office = [*ROLES, "boris"]
    with open(f"{folder}/company.yaml", "w", encoding="utf-8") as file:
        file.write(COMPANY)
    with open(f"{folder}/people.csv", "w", encoding="utf-8") as file:
        file.write("id,name\n" + "".join(f"{name},{name}\n" for name in names + office))
    with open(f"{folder}/assignments.csv", "w", encoding="utf-8") as file:
        file.write("person,position,unit,from\n" + "".join(f"{name},seller,sales,2025-01-01\n" for name in names))
    with open(f"{folder}/sale.csv", "w", encoding="utf-8") as file:
        file.write("id,date,seller,amount\n")
    with open(f"{folder}/payment.csv", "w", encoding="utf-8") as file:
        file.write("id,date,sale,amount\n")
    return names
