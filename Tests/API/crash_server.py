"""Kills the server at random moments and looks at what is left.

Two months go their way through the API: events, adjustments and decisions, calculation, review, two approvals, payment, closing. Once it
is done undisturbed. Then it is done again and again while the server is killed in the middle of requests, anywhere; after each kill it is
started anew and the same request is sent under the same key, until it is answered. In the end the ledger must be that of the undisturbed
way, entry by entry, nothing may be there twice, and the chain of records must be whole.
"""
import argparse
import collections
import http.client
import os
import random
import shutil
import sys
import tempfile
import threading
import time
import uuid

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from served import Served, Wrong, make  # noqa: E402

MONTHS = ["2026-01", "2026-02"]


class Way:
    """The requests of the whole way, one after the other."""

    def __init__(self, served, sellers, disturb=None):
        self.served, self.sellers, self.disturb = served, sellers, disturb
        self.random = random.Random(1)
        self.number = 0

    def go(self):
        for month in MONTHS:
            self.events(month)
            self.by_hand(month)
            self.steps(month)

    def events(self, month):
        for _ in range(4):
            events = []
            for seller in self.sellers:
                self.number += 1
                day = f"{month}-{self.random.randint(1, 28):02}"
                amount = f"{self.random.randint(-20_000, 100_000)}.{self.random.randint(10, 99)}"
                events.append({
                    "kind": "sale", "id": f"s{self.number}",
                    "fields": {"date": day, "seller": seller, "amount": amount}})
                if self.number % 3 == 0:
                    paid = {"date": day, "sale": f"s{self.random.randint(1, self.number)}", "amount": "1500.00"}
                    events.append({"kind": "payment", "id": f"p{self.number}", "fields": paid})
            answer = self.request("POST", "/events", "lena", {"events": events}).json
            if answer["rejected"]:
                raise Wrong(f"events of {month}: {answer}")

    def by_hand(self, month):
        body = {"person": self.sellers[0], "period": month, "amount": "700.00", "reason": "a fair"}
        made = self.request("POST", "/adjustments", "lena", body, status=(201,)).json
        self.request("POST", f"/adjustments/{made['number']}/decision", "dina", {"verdict": "approved"})

    def steps(self, month):
        job = self.request("POST", f"/periods/{month}/runs", "lena", {}, status=(202,))
        while True:
            answer = self.request("GET", job.headers["Location"].removeprefix("/api/v1"), "lena").json
            if answer["state"] == "done":
                break
            if answer["state"] == "interrupted":
                job = self.request("POST", f"/periods/{month}/runs", "lena", {}, status=(202,))
            elif answer["state"] == "failed":
                raise Wrong(f"calculation of {month}: {answer}")
            time.sleep(0.02)
        self.request("POST", f"/periods/{month}/review", "lena", {})
        run = self.request("GET", f"/periods/{month}", "lena").json["run"]
        self.request("POST", f"/periods/{month}/approvals", "dina", {"run": run})
        self.request("POST", f"/periods/{month}/approvals", "egor", {"run": run})
        self.request("POST", f"/periods/{month}/payments", "dina", {})
        state = self.request("POST", f"/periods/{month}/closing", "dina", {}).json["state"]
        if state != "closed":
            raise Wrong(f"{month} is {state} after closing")

    def request(self, method, path, user, value=None, status=(200, 201, 202)):
        """Sends a request until it is answered, always under one key."""
        key = str(uuid.uuid4())
        for attempt in range(20):
            if self.disturb:
                self.disturb.prepare(method, path)
            try:
                answer = self.served.call(method, path, user, value, key=key)
            except (OSError, http.client.HTTPException):
                self.disturb.restart()
                continue
            if self.disturb:
                self.disturb.answered()
            if answer.status == 429:
                time.sleep(int(answer.headers["Retry-After"]))
                continue
            if answer.status not in status:
                raise Wrong(f"{method} {path} as {user}, try {attempt + 1}: {answer.status} {answer.body[:500]}")
            return answer
        raise Wrong(f"{method} {path}: killed twenty times")


class Disturbance:
    """Kills the server while a request is being answered."""

    def __init__(self, served, randomness, share):
        self.served, self.random, self.share = served, randomness, share
        self.kills, self.usual, self.timer = collections.Counter(), {}, None

    def prepare(self, method, path):
        self.name = f"{method} {path.split('/')[-1]}"
        self.begun = time.monotonic()
        if self.random.random() < self.share:
            self.timer = threading.Timer(self.random.uniform(0, self.usual.get(self.name, 0.05)), self.served.server.kill)
            self.timer.start()

    def end(self):
        if self.timer:
            self.timer.cancel()
            self.timer.join()
            self.timer = None

    def answered(self):
        self.usual[self.name] = max(self.usual.get(self.name, 0), time.monotonic() - self.begun)
        self.end()

    def restart(self):
        self.end()
        self.kills[self.name] += 1
        self.served.server.wait(timeout=30)
        self.served.start()


def result(served):
    """What is left: the ledger, and how much was written by hand."""
    served.stop()
    served.stimul("audit", served.folder)
    ledger = served.stimul("ledger", served.folder, "--format", "csv")
    return ledger.splitlines()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", nargs="?", type=int, default=20)
    parser.add_argument("--binary", default=".build/debug/stimul")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="stimul-crash-server-")
    served = None
    try:
        start = os.path.join(folder, "start")
        sellers = make(start)
        served = Served(options.binary, start)
        served.stimul("import", start, "--by", "ivan")
        served.let_in()
        served.stop()
        tokens = served.tokens

        def begun(name):
            place = os.path.join(folder, name)
            shutil.rmtree(place, ignore_errors=True)
            shutil.copytree(start, place)
            copy = Served(options.binary, place)
            copy.tokens = tokens
            copy.start()
            return copy

        served = begun("undisturbed")
        Way(served, sellers).go()
        expected = result(served)
        if len(expected) < 4 * len(sellers):
            raise Wrong(f"only {len(expected)} entries: this would show nothing")
        kills = collections.Counter()
        randomness = random.Random(options.seed)
        for number in range(options.rounds):
            served = begun("killed")
            disturbance = Disturbance(served, randomness, share=0.3)
            Way(served, sellers, disturbance).go()
            left = result(served)
            if left != expected:
                other = [pair for pair in zip(left + [""] * len(expected), expected) if pair[0] != pair[1]]
                raise Wrong(f"the ledger has {len(left)} lines of {len(expected)}; first difference: {other[:1]}")
            kills.update(disturbance.kills)
        if not kills:
            raise Wrong("the server was not killed once: this would show nothing")
        print(f"server: {options.rounds} rounds, {sum(kills.values())} kills, nothing lost or doubled: "
              + ", ".join(f"{name} {count}" for name, count in sorted(kills.items())))
    except Wrong as wrong:
        if served and served.server and served.server.poll() is None:
            served.kill()
        sys.exit(f"WRONG (seed {options.seed}, folder {folder}): {wrong}")
    shutil.rmtree(folder)


main()
