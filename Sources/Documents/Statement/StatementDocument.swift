internal import Calculation
internal import Charts
internal import HTML
public import Messages
public import Paper
public import Payroll
internal import Quantities
internal import Storage

/// A statement for paper: what is paid, from what it comes together, and why, down to the events.
public struct StatementDocument {
    let statement: PayStatement
    let reasons: AwardSteps?
    let language: Messages.Language
    private let words: FigureWords

    /// A statement with its way down.
    ///
    /// - Parameter reasons: How the awards came about; `nil` where they are left out.
    public init(_ statement: PayStatement, reasons: AwardSteps?, language: Messages.Language) {
        self.statement = statement
        self.reasons = reasons
        self.language = language
        words = FigureWords(currency: statement.currency, language: language.ofPages)
    }

    /// The document.
    public var paper: PaperDocument {
        let title = say(DocumentWords.statement) + ", " + say(PeriodTitle.of(statement.period))
        return PaperDocument(
            title: title + ", " + statement.name[language], author: statement.company[language],
            language: language.ofPages, created: statement.seal?.at ?? "",
            head: statement.company[language] + " · " + title,
            foot: PaperFoot.lines(
                whose: whom, period: statement.period, run: statement.run, seal: statement.seal, in: language),
            blocks: [.title(title, state: whom)] + summary + awards + composition + corrections + movements + why)
    }

    /// `Анна Орлова (anna)`.
    private var whom: String {
        let name = statement.name[language]
        return name == statement.person ? name : "\(name) (\(statement.person))"
    }

    private func say(_ text: LocalizedText) -> String { text[language] }

    private var notices: [PaperBlock] {
        var notices: [PaperBlock] = []
        if statement.isDraft { notices.append(.notice(say(DocumentWords.draft))) }
        if !statement.keepsRemarks { notices.append(.notice(say(DocumentWords.withoutRemarks))) }
        if let reasons, reasons.sum != statement.awarded {
            notices.append(.notice(say(DocumentWords.otherVersion)))
        }
        return notices
    }

    private var summary: [PaperBlock] {
        [
            .sum(label: say(DocumentWords.payable), figure: words.sentence(statement.pay.payable)),
            .facts(StatementFacts(statement, language).rows),
        ] + notices
    }

    private var awards: [PaperBlock] {
        let heading = PaperBlock.heading(say(DocumentWords.awards) + ", " + statement.currency.code)
        if statement.awards.isEmpty { return [heading, .paragraph(say(DocumentWords.nothing))] }
        let rows = statement.awards.map { award in
            PaperRow(
                [award.title[language], award.amount.map { words.text($0) } ?? HTML.FigureText.absent],
                notes: award.remarks.map { .remark($0[language]) })
        }
        let total = PaperRow([say(DocumentWords.total), words.text(statement.awarded)])
        return [
            heading,
            .table(PaperTable(columns: columns(DocumentWords.award), rows: rows, totals: [total])),
        ]
    }

    private var composition: [PaperBlock] {
        guard let chart = StatementWaterfall.chart(statement, reasons: reasons, in: language.ofPages) else { return [] }
        return [
            .heading(say(DocumentWords.composition) + ", " + statement.currency.code),
            .drawing(
                chart.scene(width: PaperPDF.sceneWidth, in: language.ofPages), shows: say(DocumentWords.composed)),
        ]
    }

    private var corrections: [PaperBlock] {
        if statement.corrections.isEmpty { return [] }
        let rows = statement.corrections.map {
            PaperRow([$0.title[language], words.text($0.amount, signed: true)])
        }
        return [
            .heading(say(DocumentWords.corrections) + ", " + statement.currency.code),
            .table(PaperTable(columns: columns(DocumentWords.correction), rows: rows)),
        ]
    }

    private var movements: [PaperBlock] {
        let rows = statement.movements.map { PaperRow([$0.title[language].beginning, words.text($0.amount)]) }
        return [
            .heading(say(DocumentWords.movements) + ", " + statement.currency.code),
            .table(PaperTable(columns: columns(DocumentWords.what), rows: rows)),
        ]
    }

    private func columns(_ first: LocalizedText) -> [PaperColumn] {
        [.words(say(first)), .figures(say(DocumentWords.amount))]
    }

    // MARK: The way down

    private var why: [PaperBlock] {
        guard let reasons, !reasons.steps.isEmpty else { return [] }
        var rows: [PaperRow] = []
        for step in reasons.steps { add(step.explanation, label: step.title, depth: 0, to: &rows) }
        return [
            .heading(say(DocumentWords.reasons)),
            .table(
                PaperTable(
                    columns: [.words(say(DocumentWords.step)), .figures(say(DocumentWords.figure))], rows: rows)),
        ]
    }

    private func add(
        _ explanation: Calculation.Explanation, label: LocalizedText? = nil, depth: Int, to rows: inout [PaperRow]
    ) {
        var notes: [PaperNote] = []
        if case .missing(let reason) = explanation.content { notes.append(.remark(reason.text[language])) }
        if let formula = explanation.formula, formula != explanation.label { notes.append(.formula(formula[language])) }
        if let note = explanation.note { notes.append(.remark(note[language])) }
        rows.append(
            PaperRow(
                [(label ?? explanation.label)[language], words.text(explanation.content)], depth: depth, notes: notes,
                strong: depth == 0))
        for child in explanation.children { add(child, depth: depth + 1, to: &rows) }
    }
}

/// What a statement rests on, name by name.
struct StatementFacts {
    let rows: [(name: String, value: String)]

    init(_ statement: PayStatement, _ language: Messages.Language) {
        var rows = [
            (name: DocumentWords.state[language], value: statement.state.title[language]),
            (name: DocumentWords.run[language], value: statement.run),
            (name: DocumentWords.rules[language], value: statement.rules),
        ]
        if !statement.approvers.isEmpty {
            rows.append(
                (
                    name: DocumentWords.approvers[language],
                    value: statement.approverNames.map { $0[language] }.joined(separator: ", ")
                ))
        }
        if let seal = statement.seal {
            rows.append((name: DocumentWords.asOf[language], value: PaperFoot.time(seal.at)))
        }
        self.rows = rows
    }
}
