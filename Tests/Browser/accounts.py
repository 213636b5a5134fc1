"""Key account work in the browser: a manager's morning, a meeting prepared and looked back on, a suggestion, a selection round."""

import shutil
import subprocess
import time
from pathlib import Path

DAY = "2026-10-15"
PAGES = (
    ("week", "/week?day=" + DAY, "sokolova"), ("accounts", "/accounts?day=" + DAY, "sokolova"),
    ("account", "/accounts/c034?day=" + DAY, "sokolova"), ("radar", "/radar?day=" + DAY, "sokolova"),
    ("meeting", "/meetings/e038?day=" + DAY, "lebedeva"), ("meeting-held", "/meetings/e001?day=" + DAY, "sokolova"),
    ("rounds", "/rounds?day=" + DAY, "sokolova"), ("round", "/rounds/2026-S1?day=" + DAY, "orlova"),
    ("suggestions", "/suggestions?day=" + DAY, "belov"), ("learning", "/learning?day=" + DAY, "sokolova"),
    ("team-accounts", "/accounts?day=" + DAY, "belov"), ("all-accounts", "/accounts?day=" + DAY, "lebedeva"),
)


def prepared(company_class, program, folder):
    """A copy of Alfa Trade with those who look after its key accounts."""
    folder.mkdir(parents=True, exist_ok=True)
    company = company_class(program, folder)
    company.path = str(folder / "alfa")
    examples = Path(__file__).resolve().parents[2] / "Examples" / "alfa"
    shutil.rmtree(company.path, ignore_errors=True)
    shutil.copytree(examples, company.path)
    company.stimul("import", company.path, "--by", "rybakova")
    company.addresses = {
        user: company.stimul("user", "add", company.path, user, "--by", "rybakova", "--origin", company.origin).split()[-1]
        for user in ("sokolova", "belov", "orlova", "lebedeva", "ivanov")
    }
    company.stimul("user", "add", company.path, "voronin", "--by", "rybakova", "--origin", company.origin)
    company.stimul("user", "grant", company.path, "voronin", "administrator", "--reason", "first", "--by", "rybakova")
    for user, role in (("belov", "head"), ("orlova", "head"), ("lebedeva", "auditor")):
        company.stimul("user", "grant", company.path, user, role, "--reason", "duty", "--by", "voronin")
    return company


def morning(browser, company, states, check):
    """The week names what presses first; a promise is written down within seconds, without script."""
    context = browser.new_context(
        storage_state=states["sokolova"], locale="en-GB", java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(company.origin + "/week?day=" + DAY)
    check("the week begins with what presses most", page.locator("#heading-first").count() == 1)
    check("three things at most stand first", page.locator("section:has(#heading-first) .entry").count() <= 3)
    check("it says whom to call", "Call " in page.inner_text("section:has(#heading-calls)"))
    check("another day has no forms", page.locator("main form").count() == 0)
    page.goto(company.origin + "/week")
    start = time.time()
    page.click("summary:has-text('Write a promise down')")
    form = page.locator("form[action='/steps/promise.add']")
    form.locator("select[name=contact]").select_option(index=1)
    form.locator("[name=text]").fill("Samples by Friday")
    form.locator("[name=due_on]").fill("2027-03-05")
    form.locator("button").click()
    check("a promise is written down within 20 seconds", time.time() - start < 20 and "done=" in page.url, page.url)
    check("what happens next is said", "Recorded:" in page.inner_text("main"), page.inner_text("main")[:200])
    check("it stands among those owed", "Samples by Friday" in page.inner_text("main"))
    page.click("summary:has-text('Write a promise down')")
    form.locator("button").click()
    check("an empty form comes back with its errors", page.locator(".error-summary a").count() == 1 and "Error" in page.title())
    page.goto(company.origin + "/week")
    owed = page.locator(".entry:has-text('Samples by Friday') .entry-ways a")
    check("it can be done something about", owed.count() >= 1)
    context.close()


def sights(browser, company, states, check):
    """A colleague is told nothing of a client; his head and an auditor see him."""
    for user, status in (("ivanov", 404), ("belov", 200), ("orlova", 200), ("lebedeva", 200), ("sokolova", 200)):
        context = browser.new_context(storage_state=states[user], locale="en-GB")
        answer = context.new_page().goto(company.origin + "/accounts/c034?day=" + DAY)
        check(f"{user} asks for an account of Sokolova: {status}", answer.status == status, str(answer.status))
        context.close()


def read(browser, company, states, check):
    """What the planted cases of 15 October show."""
    def text(user, path):
        context = browser.new_context(storage_state=states[user], locale="en-GB")
        page = context.new_page()
        page.goto(company.origin + path)
        found = page.inner_text("main")
        context.close()
        return found

    account = text("sokolova", "/accounts/c034?day=" + DAY)
    check("the account says who decides, what is promised, how the client sees us",
          all(part in account for part in ("Who decides", "Promises open", "Ladder", "lever")), account[:300])
    sheet = text("lebedeva", "/meetings/e038?day=" + DAY)
    check("a meeting's sheet says what it lacks", "What the sheet lacks" in sheet, sheet[:300])
    held = text("sokolova", "/meetings/e001?day=" + DAY)
    check("after a meeting it says who came and what was learned", "came" in held and "Keep:" in held, held[:300])
    waiting = text("belov", "/suggestions?day=" + DAY)
    check("a suggestion waits for its reply", "Waiting for my reply" in waiting)
    closed = text("orlova", "/rounds/2026-S1?day=" + DAY)
    check("the round of the departments has its places, agreement and minutes",
          all(part in closed for part in ("W = ", "Places of the candidates", "Sessions", "signed by")), closed[:300])
    radar = text("orlova", "/radar?of=line&day=" + DAY)
    check("the radar of the line has evidence and first actions", "What it rests on" in radar and "→" in radar)


def accounts(browser, company_class, walk_class, program, folder, check):
    company = prepared(company_class, program, folder)
    company.serve()
    try:
        states = {user: company.sign_in(browser, user) for user in ("sokolova", "belov", "orlova", "lebedeva", "ivanov")}
        walk = walk_class(browser, company, folder)
        for name, path, user in PAGES:
            walk.visit("key-" + name, path, states[user], {
                ("ru", "light", 1280), ("en", "dark", 360), ("ru", "dark", 360), ("en", "light", 1280)})
        walk.visit("key-step", "/steps/promise.add", states["sokolova"], {("ru", "light", 360), ("en", "dark", 1280)})
        walk.policy("/week", states["sokolova"])
        sights(browser, company, states, check)
        read(browser, company, states, check)
        morning(browser, company, states, check)
    finally:
        company.stop()
