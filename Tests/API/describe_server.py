"""Asks a served company whatever its description allows and much that it does not (schemathesis)."""
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from served import Served, Wrong, make  # noqa: E402

# So many requests come that the usual limits would answer most of them.
LIMITS = "limits:\n" + "".join(
    f"  {name}: {{at_once: 100000, per_minute: 1000000}}\n" for name in ("address", "reading", "writing", "money"))
CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"
# Whoever may most of what is asked: what the others may not is answered before anything else.
USERS = ("dina", "ivan")


def company(program, folder):
    """A month in review and one that is open, with an adjustment and a dispute."""
    sellers = make(folder)
    # Beside the company: every such file inside of it is text of the company.
    with open(f"{folder}.server.yaml", "w", encoding="utf-8") as file:
        file.write(LIMITS)
    served = Served(program, folder, ["--configuration", f"{folder}.server.yaml"])
    served.stimul("import", folder, "--by", "ivan")
    served.let_in()
    events = [
        {"kind": "sale", "id": f"s{number}",
         "fields": {"date": f"2026-0{1 + number % 2}-1{number % 9}", "seller": seller, "amount": "1000.00"}}
        for number, seller in enumerate(sellers)]
    served.demand("POST", "/events", "lena", {"events": events})
    body = {"person": sellers[0], "period": "2026-01", "amount": "700.00", "reason": "a fair"}
    served.demand("POST", "/adjustments", "lena", body)
    return served


def main():
    program, schemathesis = sys.argv[1:3]
    examples = os.environ.get("STIMUL_API_EXAMPLES", "25")
    seed = os.environ.get("STIMUL_API_SEED", str(int.from_bytes(os.urandom(4), "big")))
    folder = tempfile.mkdtemp(prefix="stimul-api-")
    own = os.path.dirname(os.path.abspath(__file__))
    hooked = dict(os.environ, SCHEMATHESIS_HOOKS="bounded_heads", PYTHONPATH=own)
    served = None
    try:
        served = company(program, os.path.join(folder, "company"))
        for user in USERS:
            done = subprocess.run(
                [schemathesis, "run", served.origin + "/api/v1/openapi.json", "--checks", CHECKS,
                 "--phases", "examples,coverage,fuzzing", "--mode", "all", "--max-examples", examples, "--seed", seed,
                 "--header", "Authorization: Bearer " + served.tokens[user], "--request-timeout", "20",
                 "--exclude-path-regex", "/sessions|/tokens|/users/|/grants/", "--no-color"],
                timeout=900, capture_output=True, text=True, env=hooked)
            if done.returncode != 0:
                print(done.stdout[-20_000:], done.stderr[-2_000:])
                raise Wrong(f"as {user}: schemathesis ended with {done.returncode} (seed {seed})")
            print(f"as {user}: " + " · ".join(
                line.strip() for line in done.stdout.splitlines() if "generated" in line or "passed" in line))
        failed = [line for line in served.log().splitlines() if '"status":"5' in line and '"status":"503"' not in line]
        if failed:
            raise Wrong(f"the server failed inside: {failed[:3]}")
        served.stop()
        served.stimul("audit", served.folder)
    except Wrong as wrong:
        if served and served.server and served.server.poll() is None:
            served.kill()
        sys.exit(f"WRONG (folder {folder}): {wrong}")
    shutil.rmtree(folder)


main()
