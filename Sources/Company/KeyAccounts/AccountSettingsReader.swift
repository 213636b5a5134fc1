internal import AccountRows
internal import Accounts
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

/// Reads the section `accounts`, with `selection` and `ladder`.
struct AccountSettingsReader {
    let documents: Documents
    let names: Names
    let findings: Findings
    private var settings = AccountSettings()

    init(_ documents: Documents, _ names: Names, _ findings: Findings) {
        (self.documents, self.names, self.findings) = (documents, names, findings)
    }

    /// What the text says; `nil` for a company without key accounts.
    static func read(_ documents: Documents, _ names: Names, _ findings: Findings) -> AccountSettings? {
        guard !documents[.accounts].isEmpty else { return nil }
        var reader = AccountSettingsReader(documents, names, findings)
        reader.readAll()
        return reader.settings
    }

    private mutating func readAll() {
        for part in documents[.accounts].dropFirst() {
            findings.report(
                "duplicate-name", at: part.key.place,
                LocalizedText(
                    en: "there is a second section 'accounts'", ru: "раздел «accounts» стоит дважды"),
                remedy: LocalizedText(en: "merge both into one", ru: "объедините оба в один"))
        }
        guard let entry = documents[.accounts].first?.value, let fields = Fields(entry, findings) else { return }
        fields.require("sales").map { readSales($0, unpaid: fields.take("unpaid")) }
        if let claims = fields.take("claims") { readClaims(claims) }
        if let tiers = fields.require("tiers") { readTiers(tiers) }
        for function in fields.take("functions")?.elements ?? [] {
            if let name = findings.text(function) { settings.rules.functions.insert(Key(name)) }
        }
        if let calls = fields.take("calls") { readCalls(calls) }
        if let promise = fields.take("promise") { readPromise(promise) }
        if let factors = fields.take("factors") { readFactors(factors) }
        if let radar = fields.take("radar") { readRadar(radar) }
        let departments = (fields.take("departments")?.pairs ?? []).compactMap { key, position in
            findings.text(key).map { (name: Key<Department>($0), position: position.text ?? "") }
        }
        fields.finish()
        settings.rules.departments = Dictionary(
            departments.map { ($0.name, $0.position) }, uniquingKeysWith: { first, _ in first })
        readSelections(departments.map(\.name))
        if let ladder = documents[.ladder].first { readLadder(ladder.value) }
    }

    // MARK: Where sales and claims stand

    private mutating func readSales(_ entry: YAMLEntry, unpaid: YAMLEntry?) {
        guard let fields = Fields(entry, findings) else { return }
        let days = unpaid.flatMap { Fields($0, findings) }
        let due = days?.take("due").flatMap { field($0) { $0.isDated } }
        let paid = days?.take("paid").flatMap { field($0) { $0.isDated } }
        days?.finish()
        for add in fields.require("add")?.elements ?? [] {
            guard var trade = trade(add, isOrder: true) else { continue }
            if let due, due.event == trade.event { trade.due = due.field }
            if let paid, paid.event == trade.event { trade.paid = paid.field }
            settings.trades.append(trade)
        }
        for subtract in fields.take("subtract")?.elements ?? [] {
            if let trade = trade(subtract, isOrder: false) { settings.trades.append(trade) }
        }
        fields.finish()
    }

    private func trade(_ entry: YAMLEntry, isOrder: Bool) -> AccountSettings.TradeFields? {
        guard let (event, amount) = field(entry, where: { $0 == .money }), let client = client(of: event, entry) else {
            return nil
        }
        return AccountSettings.TradeFields(event: event, client: client, amount: amount, isOrder: isOrder)
    }

    /// The field of an event that names the client.
    private func client(of event: Int, _ entry: YAMLEntry) -> Int? {
        let kind = names.eventKinds[event]
        if let client = kind.fields.firstIndex(where: { $0.type == .record(BuiltInKind.client) }) { return client }
        findings.report(
            "unknown-name", at: entry.place,
            LocalizedText(
                en: "'\(kind.name)' has no field of type 'client', so there is no telling whose it is",
                ru: "у «\(kind.name)» нет поля типа «client», и неясно, чьё это"),
            remedy: LocalizedText(en: "add 'client: client' to its fields", ru: "добавьте в поля «client: client»"))
        return nil
    }

    /// `sale.amount`: the kind of event and the field.
    private func field(
        _ entry: YAMLEntry, where fits: (FieldType) -> Bool
    ) -> (event: Int, field: Int)? {
        guard let text = findings.text(entry) else { return nil }
        let path = text.split(separator: ".").map(String.init)
        if path.count == 2, let event = names.eventKind(named: path[0]),
            let field = names.eventKinds[event].field(named: path[1]), fits(names.eventKinds[event].fields[field].type)
        {
            return (event, field)
        }
        let known = names.eventKinds.flatMap { kind in
            kind.ownFields.filter { fits($0.type) && $0.isInFormulas }.map { "\(kind.name).\($0.name)" }
        }
        findings.report(
            "unknown-name", at: entry.place,
            LocalizedText(en: "'\(text)' does not fit here", ru: "«\(text)» сюда не подходит"),
            remedy: Messages.Suggestion.remedy(for: text, among: known)
                ?? LocalizedText(
                    en: "write the event and its field: sale.amount", ru: "пишите событие и его поле: sale.amount"))
        return nil
    }

    private mutating func readClaims(_ entry: YAMLEntry) {
        guard let fields = Fields(entry, findings) else { return }
        let opened = fields.require("opened").flatMap { field($0) { $0.isDated } }
        let closed = fields.take("closed").flatMap { field($0) { $0.isDated } }
        let cause = fields.take("cause").flatMap { field($0) { $0 == .text } }
        fields.finish()
        guard let opened, let client = client(of: opened.event, entry) else { return }
        settings.claim = AccountSettings.ClaimFields(
            event: opened.event, client: client, opened: opened.field,
            closed: closed.flatMap { $0.event == opened.event ? $0.field : nil },
            cause: cause.flatMap { $0.event == opened.event ? $0.field : nil })
    }

    // MARK: How clients are looked after

    private mutating func readTiers(_ entry: YAMLEntry) {
        for (key, value) in entry.pairs ?? [] {
            guard let name = findings.text(key), let fields = Fields(value, findings) else { continue }
            let norm = fields.require("call_norm").flatMap { whole($0, in: .days, 1...366) }
            fields.finish()
            if let norm { settings.rules.tiers[name] = TierRule(callNorm: norm) }
        }
    }

    private mutating func readCalls(_ entry: YAMLEntry) {
        guard let fields = Fields(entry, findings) else { return }
        if let power = fields.take("power").flatMap({ whole($0, in: .plain, 0...10) }) {
            settings.rules.calls.power = power
        }
        if let minutes = fields.take("minutes").flatMap({ whole($0, in: .minutes, 0...600) }) {
            settings.rules.calls.minutes = minutes
        }
        if let days = fields.take("reply").flatMap({ whole($0, in: .days, 0...60) }) {
            settings.rules.calls.replyDays = days
        }
        fields.finish()
    }

    private mutating func readPromise(_ entry: YAMLEntry) {
        guard let fields = Fields(entry, findings) else { return }
        if let warn = fields.take("warn").flatMap({ whole($0, in: .days, 0...60) }) {
            settings.rules.thresholds.promiseWarning = warn
        }
        if let notice = fields.take("notice").flatMap({ whole($0, in: .days, 0...60) }) {
            settings.rules.thresholds.promiseNotice = notice
        }
        if let fewest = fields.take("fewest").flatMap({ whole($0, in: .plain, 1...1_000) }) {
            settings.rules.fewestPromises = fewest
        }
        fields.finish()
    }

    /// A whole number of a unit; a bare number is one too.
    private func whole(_ entry: YAMLEntry, in unit: Unit, _ bounds: ClosedRange<Int>) -> Int? {
        guard let (value, found) = findings.constant(entry) else { return nil }
        if found == unit || found.isPlain, let whole = try? value.integer(.halfAwayFromZero),
            FixedDecimal(whole) == value, bounds.contains(whole)
        {
            return whole
        }
        findings.expected(
            LocalizedText(
                en: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)",
                ru: "целое число от \(bounds.lowerBound) до \(bounds.upperBound)"), at: entry)
        return nil
    }

    private mutating func readFactors(_ entry: YAMLEntry) {
        let factors = weights(entry).map { KeyFactor(Key($0.name), weight: $0.weight) }
        refusing(entry) { () throws(Refusal) in _ = try KeyFactors(factors, ours: [:], rivals: [:]) }
        settings.rules.factors = factors
    }

    private func weights(_ entry: YAMLEntry) -> [(name: String, weight: FixedDecimal)] {
        (entry.pairs ?? []).compactMap { key, value in
            guard let name = findings.text(key), let weight = findings.constant(value, in: .plain) else { return nil }
            return (name, weight)
        }
    }

    private func refusing(_ entry: YAMLEntry, _ body: () throws(Refusal) -> Void) {
        do throws(Refusal) {
            try body()
        } catch {
            findings.report("account-\(error.code)", at: entry.place, error.text, remedy: error.remedy)
        }
    }

    private mutating func readRadar(_ entry: YAMLEntry) {
        for (key, value) in entry.pairs ?? [] {
            guard let name = findings.text(key) else { continue }
            guard let rule = RadarRule(name: name) else {
                let known = RadarRule.allCases.map(\.name)
                findings.report(
                    "unknown-name", at: key.place,
                    LocalizedText(en: "there is no rule '\(name)'", ru: "правила «\(name)» нет"),
                    remedy: Messages.Suggestion.remedy(for: name, among: known)
                        ?? LocalizedText(
                            en: "one of \(known.joined(separator: ", "))",
                            ru: "одно из \(known.joined(separator: ", "))"))
                continue
            }
            guard let fields = Fields(value, findings) else { continue }
            for (word, threshold) in RadarThresholds.names(of: rule).sorted(by: { $0.key < $1.key }) {
                guard let written = fields.take(word) else { continue }
                switch threshold {
                case .whole(let path):
                    if let days = whole(written, in: .days, 0...3_660) {
                        settings.rules.thresholds[keyPath: path] = days
                    }
                case .share(let path):
                    if let share = findings.constant(written, in: .plain) {
                        settings.rules.thresholds[keyPath: path] = share
                    }
                }
            }
            fields.finish()
        }
    }

    // MARK: How key accounts are chosen, and how they see us

    private mutating func readSelections(_ departments: [Key<Department>]) {
        for definition in documents.definitions(.selection, findings) {
            guard let fields = Fields(definition.value, findings) else { continue }
            let valid = fields.take("valid").flatMap { findings.validity($0) } ?? .always
            let attractiveness = fields.require("attractiveness").map { criteria($0) } ?? []
            let strength = fields.require("strength").map { criteria($0) } ?? []
            var bounds = SelectionBounds.usual
            if let key = fields.take("key").flatMap({ Fields($0, findings) }) {
                if let bound = key.take("attractiveness").flatMap({ findings.constant($0, in: .plain) }) {
                    bounds.attractiveness = bound
                }
                if let bound = key.take("relative_strength").flatMap({ findings.constant($0, in: .plain) }) {
                    bounds.relativeStrength = bound
                }
                key.finish()
            }
            fields.finish()
            refusing(definition.key) { () throws(Refusal) in
                settings.rules.selections[definition.name] = try SelectionModel(
                    id: definition.name, valid: valid, departments: departments, attractiveness: attractiveness,
                    strength: strength, bounds: bounds)
            }
        }
    }

    /// `{potential: {weight: 30%, title: …, anchors: {1: "…", 10: "…"}}}`
    private func criteria(_ entry: YAMLEntry) -> [Criterion] {
        (entry.pairs ?? []).compactMap { key, value in
            guard let name = findings.text(key), let fields = Fields(value, findings) else { return nil }
            let weight = fields.require("weight").flatMap { findings.constant($0, in: .plain) }
            let title = fields.take("title").flatMap { findings.localized($0) } ?? LocalizedText(name)
            var anchors: [Int: LocalizedText] = [:]
            for (mark, text) in fields.take("anchors")?.pairs ?? [] {
                if let mark = mark.text.flatMap({ Int($0) }), let text = findings.localized(text) {
                    anchors[mark] = text
                }
            }
            fields.finish()
            return weight.map { Criterion(Key(name), title, weight: $0, anchors: anchors) }
        }
    }

    private mutating func readLadder(_ entry: YAMLEntry) {
        var rungs: [Ladder.Rung] = []
        for element in entry.elements {
            guard let fields = Fields(element, findings),
                let name = fields.require("rung").flatMap({ findings.text($0) })
            else { continue }
            let title = fields.take("title").flatMap { findings.localized($0) } ?? LocalizedText(name)
            var evidence: [Ladder.Evidence] = []
            for (key, value) in fields.take("evidence")?.pairs ?? [] {
                guard let piece = findings.text(key), let (weight, proof) = proof(value) else { continue }
                evidence.append(Ladder.Evidence(Key(piece), weight: weight))
                settings.rules.proofs[EvidencePlace(Key(name), Key(piece))] = proof
            }
            fields.finish()
            rungs.append(Ladder.Rung(Key(name), title, evidence: evidence))
        }
        refusing(entry) { () throws(Refusal) in settings.rules.ladder = try Ladder(rungs) }
    }

    /// `{document: yes, life: 365 days, weight: 3}` or `{when: share_of_wallet >= 30%, days: 90, weight: 2}`
    private func proof(_ entry: YAMLEntry) -> (weight: FixedDecimal, proof: EvidenceProof)? {
        guard let fields = Fields(entry, findings) else { return nil }
        let weight = fields.take("weight").flatMap { findings.constant($0, in: .plain) } ?? .one
        let isDocument = fields.take("document").flatMap { findings.flag($0) } ?? false
        let life = fields.take("life").flatMap { whole($0, in: .days, 1...36_600) }
        let days = fields.take("days").flatMap { whole($0, in: .days, 1...3_660) } ?? 90
        _ = fields.take("signed_by")
        let when = fields.take("when")
        fields.finish()
        if isDocument { return (weight, .document(life: life)) }
        guard let when, let text = findings.text(when) else {
            findings.expected(
                LocalizedText(en: "'document: yes' or 'when: …'", ru: "«document: yes» или «when: …»"), at: entry)
            return nil
        }
        let parts = text.split(separator: " ", omittingEmptySubsequences: true).map(String.init)
        let known = AccountFigure.allCases.map(\.rawValue)
        guard parts.count == 3, parts[1] == ">=", let figure = AccountFigure(rawValue: parts[0]),
            let bound = bound(parts[2])
        else {
            findings.report(
                "unknown-name", at: when.place,
                LocalizedText(
                    en: "'\(text)' is no condition of a rung", ru: "«\(text)» — не условие ступени"),
                remedy: LocalizedText(
                    en: "write a figure, '>=' and a number; figures are \(known.joined(separator: ", "))",
                    ru: "пишите показатель, «>=» и число; показатели: \(known.joined(separator: ", "))"))
            return nil
        }
        return (weight, .figure(figure, atLeast: bound, days: days))
    }

    private func bound(_ text: String) -> FixedDecimal? {
        guard text.hasSuffix("%") else { return try? FixedDecimal(parsing: text) }
        return (try? FixedDecimal(parsing: text.dropLast())).flatMap { try? $0.divided(by: 100) }
    }
}
