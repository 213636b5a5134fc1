"""Signs in to a served company in a real browser, walks through its pages, and says what is wrong with them.

usage: browser.py STIMUL FOLDER

STIMUL is the program; FOLDER takes the company and the screenshots. Every check prints a line; the last line counts them.
"""

import base64
import hashlib
import hmac
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

import data_pages
from accounts import accounts
from documents import documents, expecting
from live import live
from plans import plans

PASSWORD = "seven crooked lanterns drift"
WIDTHS = (1280, 360)
LANGUAGES = ("ru", "en")
THEMES = ("light", "dark")

passed, failed = 0, 0


def check(what, is_so, detail=""):
    """Counts and prints one check."""
    global passed, failed
    if is_so:
        passed += 1
        print(f"ok    {what}")
    else:
        failed += 1
        print(f"FAIL  {what} {detail}")


def totp(secret, step=0):
    """The code of RFC 6238 for the step of now, or one beside it."""
    key = base64.b32decode(secret.replace(" ", ""))
    counter = struct.pack(">Q", int(time.time()) // 30 + step)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


class Company:
    """A starter company with a calculated January, its users, and the server."""

    def __init__(self, program, folder):
        self.program = program
        self.folder = folder
        self.path = str(folder / "acme")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.origin = f"http://127.0.0.1:{self.port}"
        self.secrets = {}

    def stimul(self, *words):
        done = subprocess.run(
            [self.program, *words, "--lang", "en"], capture_output=True, text=True, timeout=300, check=True)
        return done.stdout

    def prepare(self):
        self.stimul("new", self.path)
        self.stimul("import", self.path, "--by", "dina")
        self.stimul("calculate", self.path, "--period", "2026-01", "--by", "dina")
        self.stimul("review", self.path, "--period", "2026-01", "--by", "dina")
        self.addresses = {
            user: self.stimul("user", "add", self.path, user, "--by", "dina", "--origin", self.origin).split()[-1]
            for user in ("anna", "boris", "vera", "dina", "egor")
        }
        self.stimul("user", "grant", self.path, "egor", "administrator", "--reason", "first", "--by", "dina")
        for user, role, giver, second in (("dina", "finance", "egor", "vera"), ("egor", "executive", "dina", "vera"),
                                          ("vera", "head", "egor", None)):
            told = self.stimul("user", "grant", self.path, user, role, "--reason", "duty", "--by", giver)
            if second:
                self.stimul("user", "agree", self.path, told.split()[-1], "--by", second)

    def serve(self):
        self.log = open(self.folder / "server.log", "w")
        self.process = subprocess.Popen(
            [self.program, "serve", self.path, "--port", str(self.port), "--lang", "en"], stderr=self.log)
        for _ in range(100):
            try:
                with urllib.request.urlopen(self.origin + "/readyz", timeout=2) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        raise SystemExit("the server did not become ready")

    def stop(self):
        start = time.time()
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)
        return time.time() - start

    def sign_in(self, browser, user):
        """Sets a password, signs in and sets the second factor up; gives the state of the browser."""
        context = browser.new_context(locale="en-GB")
        page = context.new_page()
        page.goto(self.addresses[user])
        page.fill("#field-password", PASSWORD)
        page.fill("#field-repeated", PASSWORD)
        page.click("button.button")
        page.fill("#field-name", user)
        page.fill("#field-password", PASSWORD)
        page.click("button.button")
        before = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
        self.secrets[user] = page.inner_text(".formula code")
        page.fill("#field-code", totp(self.secrets[user]))
        page.click("button.button:not(.button-quiet)")
        after = {cookie["name"]: cookie["value"] for cookie in context.cookies()}
        check(f"{user} signs in, and the cookie changes with the code", before["stimul"] != after["stimul"])
        check(f"{user} is shown ten codes for paper", page.locator("ol li code").count() == 10)
        state = context.storage_state()
        context.close()
        return state

    def sign_in_again(self, browser, user):
        """Signs in with the password and a code that was not used yet; gives the state of the browser."""
        context = browser.new_context(locale="en-GB")
        page = context.new_page()
        page.goto(self.origin + "/sign-in")
        page.fill("#field-name", user)
        page.fill("#field-password", PASSWORD)
        page.click("button.button")
        page.fill("#field-code", totp(self.secrets[user], 1))
        page.click("form >> nth=0 >> button.button")
        check(f"{user} signs in again", "/sign-in" not in page.url, page.url)
        state = context.storage_state()
        context.close()
        return state


class Walk:
    """Looks at pages in every language, theme and width."""

    def __init__(self, browser, company, folder):
        self.browser, self.company, self.folder = browser, company, folder
        self.axe = Axe()

    def visit(self, name, path, state, combinations=None):
        for language in LANGUAGES:
            for theme in THEMES:
                for width in WIDTHS:
                    if combinations is None or (language, theme, width) in combinations:
                        self.look(name, path, state, language, theme, width)

    def look(self, name, path, state, language, theme, width):
        context = self.browser.new_context(
            storage_state=state, viewport={"width": width, "height": 900}, color_scheme=theme, bypass_csp=True,
            locale="ru-RU" if language == "ru" else "en-GB")
        context.add_cookies([{"name": "lang", "value": language, "url": self.company.origin}])
        page = context.new_page()
        foreign = []
        page.on("request", lambda request: None if request.url.startswith(self.company.origin) else foreign.append(request.url))
        answer = page.goto(self.company.origin + path)
        title = f"{name} {language} {theme} {width}"
        check(f"{title}: answered", answer.status == 200, str(answer.status))
        page.screenshot(path=str(self.folder / f"{name}-{language}-{theme}-{width}.png"), full_page=True)
        check(f"{title}: no request leaves the host", not foreign, str(foreign))
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        check(f"{title}: nothing scrolls sideways", wide <= 0, f"{wide} px")
        if language == "ru":
            check(f"{title}: says so in Russian", page.get_attribute("html", "lang") == "ru")
        found = self.axe.run(page, options={"rules": {"target-size": {"enabled": True}}}).response["violations"]
        serious = [f"{one['id']}: {one['nodes'][0]['html'][:90]}" for one in found if one["impact"] in ("serious", "critical")]
        check(f"{title}: axe finds nothing serious", not serious, "; ".join(serious))
        context.close()

    def policy(self, path, state):
        """Counts what the policy of the page refused, in a browser that obeys it."""
        context = self.browser.new_context(storage_state=state)
        page = context.new_page()
        page.add_init_script(
            "window.refused = []; addEventListener('securitypolicyviolation', e => refused.push(e.violatedDirective))")
        page.goto(self.company.origin + path)
        check(f"{path}: the policy refuses nothing", page.evaluate("refused.length") == 0)
        check(f"{path}: the styles are there", page.evaluate("getComputedStyle(document.querySelector('.header')).display") != "inline")
        context.close()


def without_script(browser, company, state):
    """Pay, statement and dispute without script: the tree unfolds by address and by keyboard."""
    context = browser.new_context(storage_state=state, java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(company.origin + "/pay/2026-01")
    check("pay shows what is earned", "157,388.30" in page.inner_text(".hero"))
    parts = [amount(text) for text in page.locator("#heading-parts ~ dl .figure").all_inner_texts()]
    check("the parts add up to it", sum(parts) == 15738830, str(parts))
    page.locator("a:has-text('Why')").first.click()
    check("a reason leads to its step of the statement", "at=" in page.url and "#node-" in page.url)
    check("that step is unfolded", page.locator("details[open]").count() >= 1)
    page.click("text=Unfold everything")
    closed = page.locator(".tree details:not([open])").count()
    check("everything unfolds", closed == 0, str(closed))
    check("down to the source row", "sale.csv:" in page.inner_text(".tree"))
    page.locator(".tree a:has-text('What it says')").first.click()
    check("an event says what it holds", "amount" in page.inner_text("main"))
    page.goto(company.origin + "/pay/2026-01/event?kind=sale&id=3")
    check("why not me names who is credited", "boris" in page.inner_text("main"))
    page.goto(company.origin + "/people/boris/pay/2026-01")
    another = page.content()
    page.goto(company.origin + "/people/nobody/pay/2026-01")
    number = re.compile(r"next=[^\"]*")
    check("another's pay and an unknown person are told alike", number.sub("", another) == number.sub("", page.content()))
    page.goto(company.origin + "/pay/2026-01/disputes/new")
    page.click("button:has-text('Send the dispute')")
    check("an empty dispute is refused with its error", "Error" in page.title() and page.locator(".error-summary a").count() == 1)
    page.fill("#field-text", "sale 3 is mine, I expected 150,000.00")
    page.click("button:has-text('Send the dispute')")
    check("a dispute is sent", "/disputes/1" in page.url)
    context.close()


def amount(text):
    """The hundredths of an amount as a page shows it in English."""
    text = text.replace("\u2212", "-").replace(",", "").replace("+", "").strip()
    return round(float(text) * 100)


def approving(browser, company, states):
    """The dispute blocks, is answered, two approve, and the same person does not approve twice."""
    dina = browser.new_context(storage_state=states["dina"], locale="en-GB").new_page()
    dina.goto(company.origin + "/periods/2026-01")
    check("the period says what blocks it", "dispute" in dina.inner_text("main > p"))
    dina.goto(company.origin + "/disputes/1")
    dina.fill("#field-text", "the order names Boris")
    dina.click("button:has-text('Answer the dispute')")
    check("the dispute is answered", "the order names Boris" in dina.inner_text("main"))
    dina.goto(company.origin + "/periods/2026-01/approve")
    button = dina.inner_text("main button.button")
    check("the button names the act and the sum", "197,688.30" in button and "3" in button, button)
    dina.click("main button.button")
    check("the first approval is recorded", "Your approval is recorded" in dina.inner_text("main"))
    dina.goto(company.origin + "/periods/2026-01/approve")
    check("the same person is refused", "second approval" in dina.inner_text("main"), dina.inner_text("main"))
    egor = browser.new_context(storage_state=states["egor"], locale="en-GB").new_page()
    egor.goto(company.origin + "/periods/2026-01/approve")
    key = egor.get_attribute("input[name=key]", "value")
    egor.click("main button.button")
    check("the second approval posts", "approved" in egor.inner_text("h1"), egor.inner_text("h1"))
    check("a form carries a key of its own", bool(key))
    dina.goto(company.origin + "/periods/2026-01/pay")
    dina.click("main button.button")
    check("it is paid", "handed to payroll" in dina.inner_text("main"))
    dina.goto(company.origin + "/ledger")
    check("the ledger sums to zero", dina.locator("#table-balances tfoot .figure").inner_text() == "0.00")
    for page in (dina, egor):
        page.context.close()


def signing_out(browser, company, state):
    """After signing out, nothing of the pages is left, not even with Back."""
    context = browser.new_context(storage_state=state, locale="en-GB")
    page = context.new_page()
    page.goto(company.origin + "/account")
    page.click("button:has-text('Sign out') >> nth=0")
    page.wait_for_url("**/sign-in", timeout=10_000)
    check("signing out leads to signing in", page.url.endswith("/sign-in"))
    page.go_back()
    check("Back shows nothing", "157,388" not in page.content() and "/sign-in" in page.url, page.url)
    context.close()


def code_once(browser, company, user):
    """The same code is good once."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(company.origin + "/sign-in")
    page.fill("#field-name", user)
    page.fill("#field-password", "wrong " + PASSWORD)
    page.click("button.button")
    check("a wrong password is refused", page.locator(".error-summary").count() == 1)
    page.fill("#field-password", PASSWORD)
    page.click("button.button")
    used = totp(company.secrets[user], 1)
    page.fill("#field-code", used)
    page.click("form >> nth=0 >> button.button")
    check("a code lets in", page.url.rstrip("/") != company.origin + "/sign-in/code", page.url)
    other = browser.new_context(locale="en-GB").new_page()
    other.goto(company.origin + "/sign-in")
    other.fill("#field-name", user)
    other.fill("#field-password", PASSWORD)
    other.click("button.button")
    other.fill("#field-code", used)
    other.click("form >> nth=0 >> button.button")
    check("the same code again is refused", other.locator(".error-summary").count() == 1, other.url)
    other.context.close()
    context.close()


def main():
    program, folder = os.path.abspath(sys.argv[1]), Path(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    company = Company(program, folder)
    company.prepare()
    company.serve()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
            states = {user: company.sign_in(browser, user) for user in ("anna", "boris", "vera", "dina", "egor")}
            walk = Walk(browser, company, folder)
            corners = {("ru", "light", 1280), ("en", "dark", 360)}
            walk.visit("sign-in", "/sign-in", None, corners)
            walk.visit("my-pay", "/pay/2026-01", states["anna"])
            walk.visit("my-pay-now", "/pay/2026-02", states["anna"], corners)
            walk.visit("my-pay-empty", "/pay", states["anna"], corners)
            walk.visit("statement", "/pay/2026-01/statement?open=all", states["anna"])
            walk.visit("print", "/pay/2026-01/statement?view=print", states["anna"], {("ru", "light", 1280)})
            walk.visit("event", "/pay/2026-01/event?kind=sale&id=3", states["anna"], corners)
            walk.visit("dispute", "/pay/2026-01/disputes/new", states["anna"], corners)
            walk.visit("team", "/team?period=2026-01", states["vera"], corners)
            walk.visit("periods", "/periods", states["dina"], corners)
            walk.visit("period", "/periods/2026-01", states["dina"], corners)
            walk.visit("approve", "/periods/2026-01/approve", states["dina"], corners)
            walk.visit("audit", "/audit", states["dina"], corners)
            walk.visit("admin", "/admin", states["egor"], corners)
            walk.visit("matrix", "/admin/matrix", states["egor"], corners)
            walk.visit("account", "/account", states["anna"], corners)
            walk.visit("find", "/find?q=o", states["dina"], corners)
            walk.visit("help", "/help", states["anna"], corners)
            for path in ("/pay/2026-01", "/pay/2026-01/statement", "/sign-in"):
                walk.policy(path, states["anna"])
            expecting(browser, company, states["anna"], check)
            live(browser, company, states, check, folder)
            without_script(browser, company, states["anna"])
            documents(browser, company, states, folder, check)
            walk.visit("dispute-open", "/disputes/1", states["anna"], corners)
            walk.visit("period-blocked", "/periods/2026-01", states["dina"], corners)
            approving(browser, company, states)
            walk.visit("ledger", "/ledger", states["dina"], corners)
            plans(browser, company, states, walk, check, totp)
            walk.visit("paid", "/pay/2026-01", states["anna"], corners)
            data_pages.walk_data(browser, company, states, walk, check)
            code_once(browser, company, "vera")
            signing_out(browser, company, states["anna"])
            accounts(browser, Company, Walk, program, folder / "accounts", check)
            browser.close()
    finally:
        seconds = company.stop()
    check("the server stops by itself", seconds < 25 and company.process.returncode == 0, f"{seconds} s")
    print(f"{passed} passed, {failed} failed")
    raise SystemExit(1 if failed else 0)


main()
