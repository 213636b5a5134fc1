"""Checks of documents that are taken along, and of disputes by line; called by browser.py."""

import subprocess
import zipfile


def text_of(path):
    """The words of a PDF, with plain spaces."""
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True)
    return done.stdout.replace("\u00a0", " ")


def documents(browser, company, states, folder, check):
    """A statement as PDF and as workbook from its page, the approval sheet from the period's."""
    context = browser.new_context(storage_state=states["anna"], locale="en-GB")
    page = context.new_page()
    page.goto(company.origin + "/pay/2026-01/statement")
    files = {}
    for name, link in (("pdf", "text=PDF >> nth=0"), ("xlsx", "text=Workbook")):
        with page.expect_download() as download:
            page.click(link)
        files[name] = folder / f"statement.{name}"
        download.value.save_as(files[name])
        check(f"the statement comes as {name}", download.value.suggested_filename == f"statement-2026-01.{name}")
    words = text_of(files["pdf"])
    check("paper says what the page says", "157,388.30 RUB" in words and "anna" in words, words[:400])
    check("paper numbers its pages", "page 1 of " in words)
    check("the workbook is whole", zipfile.ZipFile(files["xlsx"]).testzip() is None)
    context.close()
    context = browser.new_context(storage_state=states["dina"], locale="en-GB")
    page = context.new_page()
    page.goto(company.origin + "/periods/2026-01")
    with page.expect_download() as download:
        page.click("text=Approval sheet")
    sheet = folder / "approval.pdf"
    download.value.save_as(sheet)
    words = text_of(sheet)
    check("the approval sheet names the sum and has lines to sign", "197,688.30 RUB" in words and "signature" in words)
    context.close()


def expecting(browser, company, state, check):
    """"I expected 150,000.00" finds the first line that differs, without script; the text follows from it."""
    context = browser.new_context(storage_state=state, java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(company.origin + "/pay/2026-01/disputes/new")
    page.fill("#field-payable", "150,000.00")
    page.click("button:has-text('Compare')")
    hero = page.inner_text(".hero")
    check("the first line that differs is found", "Payable" in hero and "7,388.30" in hero, hero)
    text = page.input_value("#field-text")
    check("the text is prepared", "mine 150 000.00 RUB" in text and "157 388.30 RUB" in text, text)
    page.fill("#field-deals", "3;85000")
    page.fill("#field-payable", "")
    page.click("button:has-text('Compare')")
    check("a deal of somebody else's is named with its rule", "boris" in page.inner_text("main"), page.inner_text("main"))
    context.close()
