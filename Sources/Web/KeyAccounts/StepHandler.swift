internal import AccountRows
internal import AccountSteps
internal import Accounts
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// A step of key account work: its form, and the taking.
enum StepHandler {
    static let show: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        let pages = AccountPages(asked, permit.subject)
        let step = try step(asked)
        let id = asked.query.text("id")
        let request = StepRequest(book: pages.book, actor: pages.actor, now: pages.now, subject: id)
        if let refusal = AccountSteps.refusal(of: step, request) { throw problem(refusal, step, id, pages) }
        var form = StepForm(pages: pages, step: step, subject: id)
        for field in step.fields { form.values[field.name] = asked.query[field.name] }
        form.next = asked.query.text("next")
        return asked.page(page(form))
    }

    static let take: @Sendable (Asked, Permit<AccountSight>) async throws -> Answer = { asked, permit in
        let pages = AccountPages(asked, permit.subject)
        let (step, key) = (try step(asked), asked.form.text("key"))
        let reader = permit.reader
        if !key.isEmpty, let known = asked.site.keys.answer(to: key, of: reader.person) {
            return .redirect(Addresses.own(known))
        }
        let id = asked.form.text("id")
        let values = StepForm.values(asked.form, of: step, in: pages.book)
        let seen = asked.form["seen"]
        let result = try await asked.site.company.cycle().takeStep(
            step, with: id, values, seen: seen, at: pages.now, by: reader.principal())
        switch result {
        case .success(let outcome):
            _ = try await asked.site.books.shown(asked.site.company, fresh: true)
            let notice = asked.site.books.note(pages.told(step, outcome), of: reader.person)
            let next = address(asked.form.text("next"), notice)
            asked.site.keys.note(key, of: reader.person, next)
            return .redirect(Addresses.own(next))
        case .failure(let refusal):
            let request = StepRequest(book: pages.book, actor: pages.actor, now: pages.now, subject: id)
            if AccountSteps.refusal(of: step, request) != nil { throw problem(refusal, step, id, pages) }
            var form = StepForm(pages: pages, step: step, subject: id, values: values)
            form.next = asked.form.text("next")
            form.errors = [error(refusal, step, pages)]
            return asked.page(page(form), status: 422)
        }
    }

    private static func step(_ asked: Asked) throws -> AccountStep {
        guard let step = AccountSteps.step(asked.part("step")) else { throw Problem.absent }
        return step
    }

    private static func page(_ form: StepForm) -> SectionPage {
        let pages = form.pages
        var page = SectionPage(title: form.step.title[pages.language])
        let back = (try? Address(parsing: form.next)).flatMap { form.next.hasPrefix("/") ? $0 : nil }
        if let back { page.path = [NavigationItem(pages.word(AccountStepWords.back), back)] }
        if let client = pages.client(of: form.step.object, form.subject), pages.sight.sees(client) {
            page.lead = pages.desk.client(client)
        }
        page.sections = [.form(form.form)]
        return page
    }

    /// What a form is refused for, at the field that the rules name, else at the first one.
    private static func error(_ refusal: Accounts.Refusal, _ step: AccountStep, _ pages: AccountPages) -> FieldError {
        let field = refusal.field ?? step.fields.first?.name ?? ""
        let (text, remedy) = (refusal.text[pages.language].beginning, refusal.remedy[pages.language].beginning)
        return FieldError(field: field, remedy.isEmpty ? "\(text)." : "\(text). \(remedy).")
    }

    /// What no form could mend: told to those who see what it is about, else as if it were not there.
    private static func problem(
        _ refusal: Accounts.Refusal, _ step: AccountStep, _ id: String, _ pages: AccountPages
    ) -> Problem {
        let isSeen = pages.client(of: step.object, id).map(pages.sight.sees) ?? false
        return isSeen || step.begins ? refused(refusal, step) : .absent
    }

    private static func refused(_ refusal: Accounts.Refusal, _ step: AccountStep) -> Problem {
        Problem(
            status: 409, code: "step-\(refusal.code)", title: step.title.words,
            text: Words(
                ru: "\(refusal.text.ru.beginning). \(refusal.remedy.ru.beginning).",
                en: "\(refusal.text.en.beginning). \(refusal.remedy.en.beginning)."))
    }

    /// Where one comes back to, with the notice of what was done.
    private static func address(_ next: String, _ notice: String) -> String {
        let own = next.hasPrefix("/") && (try? Address(parsing: next)) != nil ? next : "/week"
        let (path, fragment) = own.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            .map(String.init).parts
        let (base, query) = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
            .map(String.init).parts
        let pairs = query.split(separator: "&").filter { !$0.hasPrefix("done=") }.map(String.init)
        return base + "?" + (pairs + ["done=" + notice]).joined(separator: "&")
            + (fragment.isEmpty ? "" : "#" + fragment)
    }
}

extension [String] {
    /// The first two; empty where there is none.
    fileprivate var parts: (String, String) { (first ?? "", count > 1 ? self[1] : "") }
}

extension AccountPages {
    /// What was done and what happens next, in a line.
    func told(_ step: AccountStep, _ outcome: StepOutcome) -> Words {
        Words(ru: told(step, outcome, .ru), en: told(step, outcome, .en))
    }

    private func told(_ step: AccountStep, _ outcome: StepOutcome, _ language: PageLanguage) -> String {
        let next = outcome.next
        var parts = [AccountStepWords.done(step.title[language])[language]]
        let what = next.what[language]
        if !what.isEmpty {
            let details = [
                next.who.map { desk.person($0) },
                next.by.map { WeekWords.until($0.text(in: language.ofTexts))[language] },
            ].compactMap(\.self)
            parts.append(
                AccountStepWords.next(what + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))"))[language]
            )
        }
        return parts.joined(separator: " ")
    }
}
