"""A file on its way in, targets and assignments, in a browser without script."""

FEBRUARY = (
    "Номер;Дата сделки;Менеджер;Клиент;Сумма\r\n"
    "110;05.03.2026;Анна Орлова;Ромашка;1 000 000,00\r\n"
    "111;06.03.2026;Борис Котов;Мак;200 000,50\r\n"
    "112;07.03.2026;Анна Орлова;Пион;стоп\r\n"
    "113;08.03.2026;Борис Котов;Мак;100 000,00\r\n"
    "114;09.03.2026;Борис Котов;Мак;100 000,00\r\n"
    "115;10.03.2026;Борис Котов;Мак;100 000,00\r\n"
)
NEXT = "Сумма;Номер;Менеджер;Дата сделки;Клиент\r\n300 000,00;120;Борис Котов;03.04.2026;Мак\r\n"


def settled(page):
    """Reloads while something is being made."""
    for _ in range(100):
        if page.locator("meta[http-equiv=refresh]").count() == 0:
            return
        page.wait_for_timeout(300)
        page.reload()
    raise SystemExit("the page never settles: " + page.url)


def bring(page, company, name, text):
    page.goto(company.origin + "/data/imports")
    page.set_input_files(
        "#field-file", files=[{"name": name, "mimeType": "text/csv", "buffer": text.encode("windows-1251")}])
    page.click("button:has-text('Look at the file')")
    settled(page)


def bringing(browser, company, state, walk, check):
    """Check 11: another system's table, one bad row, what it pays, mended in place; the next one asks nothing."""
    context = browser.new_context(storage_state=state, java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(company.origin + "/data")
    check("data says what has come in", page.locator("#table-sources tbody tr").count() >= 5)
    bring(page, company, "Продажи март.csv", FEBRUARY)
    text = page.inner_text("main")
    check("the mapping is guessed", "Менеджер" in text and "What the file does not tell" not in text, text[:300])
    check("the days and amounts are read", "2026-03-05" in text and "1000000" in text)
    rejects = page.locator("#table-rejects tbody tr")
    check("one row is set aside, with a remedy", rejects.count() == 1 and "Write a number" in rejects.inner_text())
    path = page.url.replace(company.origin, "")
    corners = {("ru", "light", 1280), ("en", "dark", 360)}
    walk.visit("import-look", path, state, corners)
    page.click("button:has-text('Show what would change')")
    settled(page)
    pay = page.locator("#table-pay")
    # The plan that was approved before pays 4 % of the first million.
    check("the trial says whose pay moves", "+40,000.00" in pay.inner_text() and "+20,000.02" in pay.inner_text(), pay.inner_text())
    check("the rows are counted", "5" in page.inner_text("#table-counts"))
    walk.visit("import-trial", path, state, corners)
    rejects = page.locator("#table-rejects")
    rejects.locator("a").first.click()
    check("a row opens with its cells", page.input_value("#field-c4") == "стоп", page.url)
    walk.visit("import-row", page.url.replace(company.origin, ""), state, corners)
    page.fill("#field-c4", "500 000,00")
    page.click("button:has-text('Mend')")
    settled(page)
    check("mended in place it comes in", page.locator("#table-rejects").count() == 0)
    check("and pays: 4 % of 1,000,000 and 5 % of 500,000", "+65,000.00" in page.inner_text("#table-pay"), page.inner_text("#table-pay"))
    page.click("button:has-text('Take in')")
    settled(page)
    check("confirmed it is in", "Done" in page.inner_text("main"))
    walk.visit("import-done", path, state, corners)
    bring(page, company, "апрель.csv", NEXT)
    text = page.inner_text("main")
    check("the next file needs no mapping", "The header is known" in text and "What the file does not tell" not in text, text[:300])
    page.goto(company.origin + "/data/imports")
    page.set_input_files("#field-file", files=[{"name": "a.csv", "mimeType": "text/csv", "buffer": b"%PDF-1.7\n"}])
    page.click("button:has-text('Look at the file')")
    check("what is no table is refused in words", "not taken" in page.inner_text("main"), page.inner_text("main"))
    walk.visit("data", "/data", state, corners)
    walk.visit("imports", "/data/imports", state, corners)
    context.close()


def writing_rows(browser, company, state, walk, check):
    """Targets as a grid, by two who write at once; an assignment that ends."""
    corners = {("ru", "light", 1280), ("en", "dark", 360)}
    first = browser.new_context(storage_state=state, java_script_enabled=False, locale="en-GB").new_page()
    second = browser.new_context(storage_state=state, java_script_enabled=False, locale="en-GB").new_page()
    address = company.origin + "/data/targets?metric=sales&from=2026-01"
    for page in (first, second):
        page.goto(address)
    field = "[name='v.anna.2026-03']"
    first.fill(field, "2,500,000")
    first.click("button:has-text('Save the targets')")
    check("a target is saved", "saved" in first.inner_text("main") and first.input_value(field) == "2500000")
    second.fill(field, "1,800,000")
    second.click("button:has-text('Save the targets')")
    check("the second editor is told, and keeps what was typed",
          "Somebody else" in second.inner_text("main") and second.input_value(field) == "1,800,000")
    check("what stands there now is said", "2500000" in second.inner_text(".error-summary"))
    second.click("button:has-text('Save the targets')")
    check("saved again it holds", second.input_value(field) == "1800000", second.inner_text("main")[:200])
    walk.visit("targets", "/data/targets?metric=sales&from=2026-01", state, corners)
    walk.visit("assignments", "/data/assignments", state, corners)
    first.goto(company.origin + "/data/assignments")
    first.locator("#table-assignments tbody a").nth(2).click()
    first.fill("#field-until", "2026-12-01")
    first.click("button:has-text('Save the assignment')")
    check("an assignment ends", "2026-12-01" in first.inner_text("#table-assignments"))
    walk.visit("assignment", "/data/assignments/new", state, corners)
    for page in (first, second):
        page.context.close()


def walk_data(browser, company, states, walk, check):
    """Everything about data, as somebody who keeps them."""
    company.stimul("user", "grant", company.path, "boris", "analyst", "--reason", "keeps data", "--by", "egor")
    state = states["boris"]
    bringing(browser, company, state, walk, check)
    writing_rows(browser, company, state, walk, check)
