"""Figures that move in the open page: what another process writes, who hears of it, holding, many tabs, one more deal."""

import time


def earned(page):
    return page.inner_text(".hero-figure").split("\u00a0")[0]


def until(page, what, seconds=5):
    """How long it takes until an expression of the page is true; None when it never is."""
    start = time.time()
    while time.time() - start < seconds:
        if page.evaluate(what):
            return time.time() - start
        page.wait_for_timeout(20)
    return None


def sell(company, row):
    """Writes a sale as another process does, by the command line."""
    with open(company.path + "/sale.csv", "a") as file:
        file.write(row + "\n")
    company.stimul("import", company.path, "--by", "dina")


def live(browser, company, states, check, folder):
    """Checks 3, 4 and 6 of the list, and that an ended session closes its page."""
    contexts = {user: browser.new_context(storage_state=states[user], locale="en-GB") for user in ("anna", "vera", "boris")}
    anna, vera, boris = (contexts[user].new_page() for user in ("anna", "vera", "boris"))
    asked, errors = [], []
    anna.on("pageerror", lambda error: errors.append(str(error)))
    anna.on("console", lambda line: errors.append(line.text) if line.type == "error" else None)
    boris.on("request", lambda request: asked.append(request.url) if "part=live" in request.url else None)

    anna.goto(company.origin + "/pay/2026-02?deal=1+500+000")
    check("one more deal of 1,500,000 brings Anna what what-if prints", "+69,400.00" in anna.inner_text("#live-deal"),
          anna.inner_text("#live-deal"))
    anna.screenshot(path=str(folder / "one-more-deal.png"), full_page=True)

    anna.goto(company.origin + "/pay/2026-02")
    vera.goto(company.origin + "/team?period=2026-02")
    boris.goto(company.origin + "/pay/2026-02")
    for page in (anna, vera, boris):
        page.wait_for_timeout(500)
    check("the button that holds figures is there", anna.is_visible("#live-pause"))
    before, team = earned(anna), vera.inner_text("#table-team")
    asked.clear()
    sell(company, "7,2026-02-26,anna,Пион,100000.00,70000.00")
    took = until(anna, f"document.querySelector('.hero-figure').innerText.split('\\u00a0')[0] !== '{before}'")
    check("a sale that comes by another process is in the open page within a second", took is not None and took < 1, str(took))
    check("the part that has moved is outlined", anna.locator(".moved").count() > 0)
    check("and its cause is named", "Sale 7: added" in anna.inner_text("#live-parts"), anna.inner_text("#live-parts"))
    check("the head's page moves too", until(vera, f"document.querySelector('#table-team').innerText !== {team!r}") is not None)
    said = until(anna, "document.querySelector('#live-said').innerText.includes('Sale 7')")
    check("one polite line says so", said is not None)
    boris.wait_for_timeout(1000)
    check("a colleague's page does not ask", not asked, str(asked))
    anna.screenshot(path=str(folder / "live-moved.png"), full_page=True)
    until(anna, "document.querySelectorAll('.moved').length === 0")
    check("the outline goes", anna.locator(".moved").count() == 0)

    held = earned(anna)
    anna.click("#live-pause")
    sell(company, "8,2026-02-27,anna,Пион,50000.00,30000.00")
    anna.wait_for_timeout(1500)
    check("while held, nothing moves", earned(anna) == held and anna.get_attribute("#live-pause", "aria-pressed") == "true")
    anna.click("#live-pause")
    took = until(anna, f"document.querySelector('.hero-figure').innerText.split('\\u00a0')[0] !== '{held}'")
    check("let go, it shows what has come", took is not None and "Sale 8" in anna.inner_text("#live-parts"))

    anna.fill("#field-deal", "12345")
    sell(company, "9,2026-02-27,anna,Пион,1000.00,300.00")
    until(anna, "document.querySelector('#live-parts').innerText.includes('Sale 9')")
    check("what is being written stays", anna.input_value("#field-deal") == "12345")

    tabs = [contexts["anna"].new_page() for _ in range(6)]
    start = time.time()
    for tab in tabs:
        tab.goto(company.origin + "/pay/2026-02", timeout=10_000)
    check("a seventh tab loads", time.time() - start < 10)
    shown = earned(tabs[-1])
    sell(company, "10,2026-02-27,anna,Пион,2000.00,300.00")
    check("every tab hears of it", all(
        until(tab, f"document.querySelector('.hero-figure').innerText.split('\\u00a0')[0] !== '{shown}'") is not None
        for tab in [anna, *tabs]))
    check("the module makes no error", not errors, str(errors))
    # The tab that listens for all is closed: another one takes over.
    anna.close()
    tabs[0].wait_for_timeout(500)
    shown = earned(tabs[-1])
    sell(company, "11,2026-02-27,anna,Пион,3000.00,300.00")
    check("when the tab that listens is closed, another listens", until(
        tabs[-1], f"document.querySelector('.hero-figure').innerText.split('\\u00a0')[0] !== '{shown}'") is not None)

    bare = browser.new_context(storage_state=states["anna"], java_script_enabled=False, locale="en-GB").new_page()
    bare.goto(company.origin + "/pay/2026-02")
    check("without script there is nothing to hold, and a way to load again",
          not bare.is_visible("#live-pause") and bare.is_visible(".live-bar a"))
    bare.context.close()

    boris.wait_for_timeout(100)
    other = contexts["boris"].new_page()
    other.goto(company.origin + "/account")
    other.click("button:has-text('Sign out') >> nth=0")
    start = time.time()
    try:
        boris.wait_for_url("**/sign-in**", timeout=5000)
    except Exception:
        pass
    check("an ended session closes its page within a second", "/sign-in" in boris.url and time.time() - start < 1.5,
          f"{boris.url} {time.time() - start}")
    for context in contexts.values():
        context.close()
    states["boris"] = company.sign_in_again(browser, "boris")
