internal import HTML
public import Messages
public import Paper
public import Payroll
internal import Quantities
internal import Storage

/// The sheet that those who approve a period sign: sums, people, what is other than before, what to look at.
public struct ApprovalDocument {
    let sheet: ApprovalSheet
    let language: Messages.Language
    private let words: FigureWords

    /// The document of a sheet.
    public init(_ sheet: ApprovalSheet, language: Messages.Language) {
        self.sheet = sheet
        self.language = language
        words = FigureWords(currency: sheet.currency, language: language.ofPages)
    }

    /// The document.
    ///
    /// - Throws: A ``QuantityError`` when parts of somebody's pay have no sum.
    public var paper: PaperDocument {
        get throws(QuantityError) {
            let title = say(ApprovalWords.title) + ", " + say(PeriodTitle.of(sheet.period))
            return PaperDocument(
                title: title, author: sheet.company[language], language: language.ofPages,
                created: sheet.seal?.at ?? "",
                head: sheet.company[language] + " · " + title,
                foot: PaperFoot.lines(
                    whose: sheet.company[language], period: sheet.period, run: sheet.run, seal: sheet.seal, in: language
                ),
                blocks: [
                    .title(title, state: sheet.company[language]),
                    .sum(label: say(DocumentWords.payable), figure: words.sentence(sheet.payable)), .facts(facts),
                ] + signs + sums(ApprovalWords.byPlan, DocumentWords.plan, DocumentWords.awards, sheet.plans)
                    + sums(ApprovalWords.byUnit, ApprovalWords.unit, DocumentWords.payable, sheet.units)
                    + (try people) + differences + signatures)
        }
    }

    private func say(_ text: LocalizedText) -> String { text[language] }
    private var inCurrency: String { ", " + sheet.currency.code }

    private var facts: [(name: String, value: String)] {
        var rows = [
            (name: say(DocumentWords.state), value: say(sheet.state.title)),
            (name: say(ApprovalWords.people), value: String(sheet.people.count)),
            (name: say(DocumentWords.run), value: sheet.run), (name: say(DocumentWords.rules), value: sheet.rules),
            (name: say(ApprovalWords.rows), value: sheet.data),
        ]
        if !sheet.approvers.isEmpty {
            rows.append((say(DocumentWords.approvers), sheet.approvers.map(say).joined(separator: ", ")))
        }
        if let seal = sheet.seal {
            rows.append((say(DocumentWords.asOf), PaperFoot.time(seal.at)))
            rows.append((say(DocumentWords.chain), seal.head.description))
        }
        return rows
    }

    private var signs: [PaperBlock] {
        let heading = PaperBlock.heading(say(ApprovalWords.toLookAt))
        if sheet.signs.isEmpty { return [heading, .paragraph(say(ApprovalWords.nothingToLookAt))] }
        let rows = sheet.signs.map { PaperRow([say($0.sign.title).beginning, String($0.count)]) }
        return [
            heading,
            .table(
                PaperTable(
                    columns: [.words(say(DocumentWords.what)), .figures(say(ApprovalWords.count))], rows: rows)),
        ]
    }

    private func sums(
        _ heading: LocalizedText, _ first: LocalizedText, _ amount: LocalizedText, _ sums: [ApprovalSheet.Sum]
    ) -> [PaperBlock] {
        if sums.isEmpty { return [] }
        let rows = sums.map { PaperRow([say($0.title), String($0.people), words.text($0.amount)]) }
        let total = PaperRow([say(DocumentWords.total), "", words.text(sums.reduce(Int128(0)) { $0 + $1.amount })])
        return [
            .heading(say(heading) + inCurrency),
            .table(
                PaperTable(
                    columns: [.words(say(first)), .figures(say(ApprovalWords.people)), .figures(say(amount))],
                    rows: rows, totals: [total])),
        ]
    }

    private var people: [PaperBlock] {
        get throws(QuantityError) {
            var rows: [PaperRow] = []
            var sums = [Int128](repeating: 0, count: 5)
            for person in sheet.people {
                let pay = person.pay
                let parts = [pay.awards, try pay.changes, try pay.withheld, try pay.advances, pay.payable]
                for (place, part) in parts.enumerated() { sums[place] += Int128(part) }
                rows.append(
                    PaperRow(
                        [say(person.name)] + parts.map { words.text($0) },
                        notes: [.remark([person.id, person.unit.map(say)].compactMap(\.self).joined(separator: " · "))])
                )
            }
            let heads = [
                DocumentWords.awards, ApprovalWords.changes, ApprovalWords.withheld, ApprovalWords.advances,
                DocumentWords.payable,
            ]
            let columns = [PaperColumn.words(say(DocumentWords.person))] + heads.map { PaperColumn.figures(say($0)) }
            return [
                .heading(say(ApprovalWords.people) + inCurrency),
                .table(
                    PaperTable(
                        columns: columns, rows: rows,
                        totals: [PaperRow([say(DocumentWords.total)] + sums.map { words.text($0) })])),
            ]
        }
    }

    // MARK: What is other than before

    private var differences: [PaperBlock] {
        guard let previous = sheet.previous else { return [] }
        let now = sheet.people.map { (name: $0.name, id: $0.id, amount: $0.pay.payable) }
        let gone = sheet.gone.map { (name: $0.name, id: $0.person, amount: Int64(0)) }
        let compared = (now + gone).map { person in
            let before = Int128(sheet.before[person.id] ?? 0)
            return (
                name: person.name, before: before, now: Int128(person.amount), change: Int128(person.amount) - before
            )
        }
        let changed = compared.filter { $0.change != 0 }.sorted { left, right in
            left.change.magnitude == right.change.magnitude
                ? left.name.ru < right.name.ru : left.change.magnitude > right.change.magnitude
        }
        let heading = LocalizedText { language in
            ApprovalWords.differences[language] + " " + PeriodTitle.of(previous)[language]
        }
        let rows = changed.map { person in
            PaperRow([
                say(person.name), words.text(person.before), words.text(person.now),
                words.text(person.change, signed: true),
            ])
        }
        let sums = compared.reduce((Int128(0), Int128(0))) { ($0.0 + $1.before, $0.1 + $1.now) }
        let total = PaperRow([
            say(DocumentWords.total), words.text(sums.0), words.text(sums.1), words.text(sums.1 - sums.0, signed: true),
        ])
        return [
            .heading(say(heading) + inCurrency),
            .table(
                PaperTable(
                    columns: [
                        .words(say(DocumentWords.person)), .figures(say(PeriodTitle.of(previous)).beginning),
                        .figures(say(PeriodTitle.of(sheet.period)).beginning), .figures(say(ApprovalWords.change)),
                    ], rows: rows, totals: [total])),
        ]
    }

    private var signatures: [PaperBlock] {
        let captions = [ApprovalWords.prepared, ApprovalWords.firstApproval, ApprovalWords.secondApproval].map(say)
        return [.heading(say(ApprovalWords.signatures)), .signatures(captions)]
    }
}

/// The words of approval sheets alone.
enum ApprovalWords {
    static let title = LocalizedText(en: "Approval sheet", ru: "Лист утверждения")
    static let people = LocalizedText(en: "People", ru: "Сотрудники")
    static let rows = LocalizedText(en: "Rows", ru: "Данные")
    static let toLookAt = LocalizedText(en: "To be looked at", ru: "На что посмотреть")
    static let nothingToLookAt = LocalizedText(en: "Nothing stands out.", ru: "Ничего не выделяется.")
    static let count = LocalizedText(en: "Count", ru: "Сколько")
    static let byPlan = LocalizedText(en: "By plan", ru: "По планам")
    static let byUnit = LocalizedText(en: "By unit", ru: "По подразделениям")
    static let unit = LocalizedText(en: "Unit", ru: "Подразделение")
    static let changes = LocalizedText(en: "Changes", ru: "Изменения")
    static let withheld = LocalizedText(en: "Withheld", ru: "Удержано")
    static let advances = LocalizedText(en: "Advances", ru: "Авансы")
    static let differences = LocalizedText(en: "Against", ru: "Сравнение с периодом")
    static let change = LocalizedText(en: "Change", ru: "Изменение")
    static let signatures = LocalizedText(en: "Signatures", ru: "Подписи")
    static let prepared = LocalizedText(
        en: "Prepared by: name, signature, day", ru: "Подготовил(а): имя, подпись, дата")
    static let firstApproval = LocalizedText(
        en: "Approved, first: name, signature, day", ru: "Утвердил(а), первая подпись: имя, подпись, дата")
    static let secondApproval = LocalizedText(
        en: "Approved, second: name, signature, day", ru: "Утвердил(а), вторая подпись: имя, подпись, дата")
}
