internal import Calculation
internal import Company
internal import HTML
internal import Messages
internal import Pages
internal import Payroll
internal import Periods
internal import Quantities
internal import Storage

/// Opening a dispute: what was expected is compared with the statement, and the text is prepared from what differs.
extension DisputeHandler {
    static let form: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        asked.page(try DisputeOpening(asked, permit.subject).page())
    }

    static let compare: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        let opening = try DisputeOpening(asked, permit.subject)
        let entered = try opening.entered()
        guard entered.errors.isEmpty else {
            return asked.page(opening.page(comparing: entered.errors), status: 422)
        }
        return asked.page(try await opening.compared(entered))
    }

    static let open: @Sendable (Asked, Permit<PayOfPerson>) async throws -> Answer = { asked, permit in
        guard let period = permit.subject.period else { throw Problem.absent }
        let key = asked.form.text("key")
        if let location = asked.site.keys.answer(to: key, of: permit.reader.person) {
            return .redirect(SignInHandler.address(of: location))
        }
        let text = asked.form.text("text")
        guard !text.isEmpty else {
            let errors = [FieldError(field: "text", asked.word(DisputeWords.empty))]
            return asked.page(try DisputeOpening(asked, permit.subject).page(sending: errors), status: 422)
        }
        let number = try asked.site.company.cycle().dispute(
            permit.subject.person, period: period.description, text: String(text.prefix(4_000)),
            by: permit.reader.principal())
        let address = Addresses.of(["disputes", String(number)], query: [(name: "done", value: "sent")])
        asked.site.keys.note(key, of: permit.reader.person, address.text)
        return .redirect(address)
    }
}

/// The page on which a dispute begins.
struct DisputeOpening {
    private let asked: Asked
    private let reading: PayReading
    private let period: Period
    private let recorded: RecordedPay?
    private let statement: PayStatement?

    /// How many awards are asked about one by one.
    private static let mostAwards = 30
    /// How many lines that differ are shown.
    private static let mostLines = 50
    /// For how many deals it is worked out why they do not count.
    private static let mostReasons = 20

    init(_ asked: Asked, _ pay: PayOfPerson) throws {
        guard let period = pay.period, pay.isOwn else { throw Problem.absent }
        self.asked = asked
        self.period = period
        reading = try PayReading(asked, pay)
        recorded = try reading.recorded().first { $0.run.period == period.description && $0.isSeen }
        let (cycle, person) = (reading.cycle, pay.person)
        statement = try recorded.map { try cycle.payStatement($0, of: person) }
    }

    private var language: PageLanguage { asked.language }
    private var label: String { period.description }
    private var currency: Currency { statement?.currency ?? reading.pay.company.currency }
    private var amounts: Amounts { Amounts(currency: currency, language: language) }
    private var commaIsDecimal: Bool { language == .ru }

    // MARK: The page

    /// The page without a comparison.
    ///
    /// - Parameters:
    ///   - errors: What is wrong with what was entered for comparing.
    ///   - refused: What is wrong with the text that was to be sent.
    func page(comparing errors: [FieldError] = [], sending refused: [FieldError] = []) -> SectionPage {
        page([], comparing: errors, sending: refused, text: asked.form["text"] ?? "")
    }

    private func page(
        _ findings: [PageSection], comparing errors: [FieldError] = [], sending refused: [FieldError] = [], text: String
    ) -> SectionPage {
        var sections = findings
        // What was found comes with its text; before that, what was expected is asked for.
        let (ofTable, others) = (errors.filter { $0.name == "file" }, errors.filter { $0.name != "file" })
        if findings.isEmpty, let statement { sections.append(.form(comparison(statement, others, isMain: true))) }
        // One button of the page is the main one: first to compare, then to send what was found.
        let asksFirst = findings.isEmpty && statement != nil
        if asksFirst { sections.append(.form(table(ofTable))) }
        sections.append(.form(sending(text, refused, isMain: !asksFirst)))
        if !findings.isEmpty, let statement {
            sections += [.form(comparison(statement, others, isMain: false)), .form(table(ofTable))]
        }
        return SectionPage(
            title: asked.word(DisputeWords.open) + ", " + PeriodNames.title(label, language),
            path: [NavigationItem(asked.word(PayWords.mine), Addresses.pay(label))], sections: sections)
    }

    /// The form by which a file is compared.
    private func table(_ errors: [FieldError]) -> SectionForm {
        SectionForm(
            name: "table", heading: asked.word(ComparisonWords.table), text: [asked.word(ComparisonWords.aboutTable)],
            action: Addresses.of(["pay", label, "disputes", "table"]),
            fields: [
                .field(
                    FormField(
                        name: "file", label: asked.word(DataWords.file), errors: errors, control: .file, in: language))
            ], errors: errors, button: asked.word(ComparisonWords.compareTable), isMain: false, hasFile: true)
    }

    private func comparison(_ statement: PayStatement, _ errors: [FieldError], isMain: Bool) -> SectionForm {
        var fields = [field("payable", asked.word(ComparisonWords.payable), statement.pay.payable, errors)]
        fields += statement.awards.prefix(Self.mostAwards).map { award in
            field(Self.name(award), award.title[language], award.amount, errors)
        }
        fields.append(
            .field(
                FormField(
                    name: "deals", label: asked.word(ComparisonWords.deals),
                    hint: asked.word(ComparisonWords.dealsHint),
                    errors: errors, isOptional: true, control: .lines(value: asked.form["deals"] ?? "", rows: 6),
                    in: language)))
        return SectionForm(
            name: "compare", heading: asked.word(ComparisonWords.heading), text: [asked.word(ComparisonWords.about)],
            action: Addresses.of(["pay", label, "disputes", "compare"]), fields: fields, errors: errors,
            button: asked.word(ComparisonWords.compare), isMain: isMain)
    }

    private static func name(_ award: PayStatement.Award) -> String { "award " + award.node }

    private func field(_ name: String, _ label: String, _ stated: Int64?, _ errors: [FieldError]) -> SectionForm.Field {
        let stated = stated.map { amounts.text($0) } ?? HTML.FigureText.absent
        return .field(
            FormField(
                name: name, label: label, hint: asked.word(ComparisonWords.stated(stated)), errors: errors,
                isOptional: true, control: .line(value: asked.form[name] ?? "", mode: .decimal), in: language))
    }

    private func sending(_ text: String, _ errors: [FieldError], isMain: Bool) -> SectionForm {
        SectionForm(
            name: "dispute", heading: asked.word(DisputeWords.open), text: [asked.word(DisputeWords.follows)],
            action: Addresses.of(["pay", label, "disputes"]),
            fields: [
                .field(
                    FormField(
                        name: "text", label: asked.word(DisputeWords.text), hint: asked.word(DisputeWords.textHint),
                        errors: errors, control: .lines(value: text, rows: 8), in: language))
            ], errors: errors, button: asked.word(DisputeWords.send), isMain: isMain,
            key: asked.site.keys.draw())
    }

    // MARK: What was entered

    /// What was expected, with what is wrong with it.
    func entered() throws -> (expected: ExpectedPay, faults: [String], errors: [FieldError]) {
        guard let statement else { throw Refusal.notCalculated(period: label) }
        var expected = ExpectedPay()
        var errors: [FieldError] = []
        expected.payable = amount("payable", &errors)
        for award in statement.awards.prefix(Self.mostAwards) {
            if let amount = amount(Self.name(award), &errors) { expected.awards[award.node] = amount }
        }
        let table = DealTable(asked.table?.text ?? asked.form["deals"] ?? "", commaIsDecimal: commaIsDecimal)
        expected.deals = table.deals
        let faults = table.faults.map { asked.word(ComparisonWords.fault($0.line, $0.text.words)) }
        if errors.isEmpty, expected.isEmpty {
            errors.append(
                asked.table == nil
                    ? FieldError(field: "payable", asked.word(ComparisonWords.empty))
                    : FieldError(field: "file", asked.word(ComparisonWords.emptyTable)))
        }
        return (expected, faults, errors)
    }

    private func amount(_ name: String, _ errors: inout [FieldError]) -> Int64? {
        let text = asked.form.text(name)
        if text.isEmpty { return nil }
        let amount = WrittenAmount.minorUnits(of: text, in: currency, commaIsDecimal: commaIsDecimal)
        if amount == nil { errors.append(FieldError(field: name, asked.word(ComparisonWords.noAmount))) }
        return amount
    }

    // MARK: What differs

    /// The page with what differs and the text that follows from it.
    func compared(_ entered: (expected: ExpectedPay, faults: [String], errors: [FieldError])) async throws
        -> SectionPage
    {
        guard let statement, let recorded else { throw Refusal.notCalculated(period: label) }
        var figures: [CountedFigure] = []
        var company: CompanyModel?
        if !entered.expected.deals.isEmpty {
            let known = try await asked.site.asked.company(of: recorded.run, reading.cycle)
            company = known.company.model
            if let number = known.company.model.people.number(of: reading.pay.person) {
                figures = AwardExplainer(known.company.model, known.source)
                    .countedFigures(of: number, in: period.range)
            }
        }
        let difference = ExpectationDifference(entered.expected, statement, figures)
        let reasons = company.map { self.reasons(difference, $0) } ?? [:]
        let faults = entered.faults.prefix(10).map { PageSection.notice($0, .warn) }
        guard let first = difference.first else {
            return page(faults + [.notice(asked.word(ComparisonWords.agrees), .gain)], text: asked.form["text"] ?? "")
        }
        let text = DisputeText(difference, statement, reasons: reasons).text[language]
        return page(
            faults + [hero(first, difference), .table(table(difference, reasons))] + explanations(difference),
            text: text)
    }

    private func hero(_ line: ExpectationDifference.Line, _ difference: ExpectationDifference) -> PageSection {
        let unit = unit(of: line, difference)
        return .hero(
            label: asked.word(ComparisonWords.first) + ": " + title(line, difference),
            line.difference.map { amounts.amount($0, unit) } ?? amounts.absent(""),
            unit: unit.unit.isMoney ? unit.unit.description : "",
            notes: [
                asked.word(ComparisonWords.mine) + ": " + text(line.mine, unit),
                asked.word(ComparisonWords.theirs) + ": " + text(line.theirs, unit),
            ])
    }

    private func text(_ value: FixedDecimal?, _ unit: MetricUnit) -> String {
        value.map { UnitFigure($0, unit).text(in: language.ofTexts) } ?? HTML.FigureText.absent
    }

    private func unit(of line: ExpectationDifference.Line, _ difference: ExpectationDifference) -> MetricUnit {
        if case .deal = line.subject, let figure = difference.figure { return figure.unit }
        return MetricUnit(.money(currency))
    }

    private func title(_ line: ExpectationDifference.Line, _ difference: ExpectationDifference) -> String {
        switch line.subject {
        case .deal(let id): [difference.figure?.kind, id].compactMap(\.self).joined(separator: " ")
        case .award(_, let title): title[language]
        case .payable: asked.word(ComparisonWords.payable)
        }
    }

    private func table(_ difference: ExpectationDifference, _ reasons: [String: LocalizedText]) -> DataTable {
        let rows = difference.lines.prefix(Self.mostLines).map { line -> TableRow in
            let unit = unit(of: line, difference)
            var why = ""
            if case .deal(let id) = line.subject { why = reasons[id]?[language] ?? "" }
            let address: Address? =
                switch line.subject {
                case .deal(let id) where line.theirs != nil:
                    Addresses.event(label, kind: difference.figure?.kind ?? "", id: id)
                case .award(let node, _): Addresses.statement(label, at: node)
                case .deal, .payable: nil
                }
            return TableRow(
                .name(title(line, difference), address),
                [
                    cell(line.mine, unit, ComparisonWords.absentMine),
                    cell(line.theirs, unit, ComparisonWords.absentTheirs),
                    cell(line.difference, unit, ComparisonWords.difference), .name(why, nil),
                ])
        }
        let caption =
            difference.lines.count > Self.mostLines
            ? asked.word(ComparisonWords.more(difference.lines.count)) : asked.word(ComparisonWords.differences)
        return DataTable(
            name: "differences", caption: caption,
            columns: [
                Column(asked.word(ComparisonWords.line)), Column(asked.word(ComparisonWords.mine), figures: true),
                Column(asked.word(ComparisonWords.theirs), figures: true),
                Column(asked.word(ComparisonWords.difference), figures: true),
                Column(asked.word(ComparisonWords.because)),
            ], rows: rows, language: language)
    }

    private func cell(_ value: FixedDecimal?, _ unit: MetricUnit, _ absent: Words) -> Cell {
        .amount(value.map { amounts.amount($0, unit) } ?? amounts.absent(asked.word(absent)))
    }

    private func explanations(_ difference: ExpectationDifference) -> [PageSection] {
        difference.explains.prefix(3).map { .notice(asked.word(ComparisonWords.explains($0[language])), .info) }
    }

    /// Why deals that somebody expected do not count for him: by which rule, or that nobody knows of them.
    private func reasons(_ difference: ExpectationDifference, _ company: CompanyModel) -> [String: LocalizedText] {
        let person = company.people.number(of: reading.pay.person)
        let kinds =
            (difference.figure.map { [$0.kind] } ?? [])
            + company.eventKinds.map(\.name).filter { $0 != difference.figure?.kind }
        var reasons: [String: LocalizedText] = [:]
        for line in difference.lines where line.theirs == nil && reasons.count < Self.mostReasons {
            guard case .deal(let id) = line.subject else { continue }
            let inquiry = kinds.lazy.compactMap { EventInquiry(company, kind: $0, id: id) }.first
            reasons[id] =
                inquiry.flatMap { Self.reason($0.explanation(for: person)) }
                ?? LocalizedText(
                    en: EnglishText(ComparisonWords.unknown.en), ru: RussianText(ComparisonWords.unknown.ru))
        }
        return reasons
    }

    /// By which rule an event does not count: that of the first figure in which it does not.
    private static func reason(_ explanation: Calculation.Explanation) -> LocalizedText? {
        explanation.children.first { $0.content == .answer(false) }?.note
    }
}
