internal import Messages

/// Compares a table with kinds, and makes a proposal for the one that fits best.
struct ProposalMaker {
    let table: RawTable
    let shape: TableShape
    let known: KnownNames
    let name: String
    let sheet: String?
    let said: MappingAnswers
    let profile: ExportProfile?
    let facts: [ColumnFacts]
    private let nameScore: NameScore

    init(
        _ table: RawTable, _ shape: TableShape, known: KnownNames, name: String, sheet: String?, said: MappingAnswers
    ) {
        self.table = table
        self.shape = shape
        self.known = known
        self.name = name
        self.sheet = sheet
        self.said = said
        profile = ExportProfile.recognised(shape.columns.map(\.title))
        nameScore = NameScore(profile)
        let wide = Set(shape.wide?.members.map(\.index) ?? [])
        facts = shape.columns.filter { !wide.contains($0.index) }.map { ColumnFacts(table, shape, $0) }
    }

    /// A column that was found for a field.
    struct Found {
        var place: Int
        var score: Double
        var lead: Double
        var next: Int?
    }

    /// A kind with the columns of its fields.
    struct Candidate {
        let kind: TargetKind
        let score: Double
        /// Field → place in `facts`, with the score, the lead before the next column, and that column.
        let columns: [String: Found]
        let wide: TableRules.Wide?
    }

    /// What a proposal consists of.
    struct Made {
        let kind: TargetKind
        let score: Double
        let rivals: [String]
        let pairs: [MappingProposal.Pair]
        let unread: [String]
        let questions: [MappingProposal.Question]
        let rules: TableRules
    }

    /// The proposal for the kind that fits best; `nil` when none fits at all.
    func best(_ kinds: [TargetKind]) -> Made? {
        let wanted = said.kind.map { name in kinds.filter { $0.name == name } } ?? kinds
        let candidates = wanted.map(candidate).sorted { ($1.score, $0.kind.name) < ($0.score, $1.kind.name) }
        guard let first = candidates.first, first.score > 0.4 || said.kind != nil else { return nil }
        let rivals = candidates.dropFirst().filter { $0.score > first.score - 0.1 }.map(\.kind.name)
        let writer = RulesWriter(self, first, rivals: rivals)
        let used = Set(first.columns.values.map(\.place))
        return Made(
            kind: first.kind, score: first.score, rivals: rivals,
            pairs: first.kind.fields.compactMap { field in
                first.columns[field.name].map {
                    MappingProposal.Pair(
                        field: field.name, column: facts[$0.place].column.name, score: $0.score,
                        isSure: $0.score >= 0.75 && $0.lead >= 0.15)
                }
            },
            unread: facts.indices.filter { !used.contains($0) }.map { facts[$0].column.name },
            questions: writer.questions, rules: writer.rules)
    }

    // MARK: Fields and columns

    /// Pairs fields and columns, the best first.
    private func candidate(_ kind: TargetKind) -> Candidate {
        var scores: [(field: Int, place: Int, score: Double)] = []
        let fixed = fixed(kind)
        let taken = Set(fixed.values)
        for (number, field) in kind.fields.enumerated() where !said.settles(field.name) {
            for place in facts.indices where !taken.contains(place) {
                let score = score(field, facts[place])
                if score >= 0.5 { scores.append((number, place, score)) }
            }
        }
        addByContent(kind, taken, &scores)
        scores.sort { ($1.score, $0.field, $0.place) < ($0.score, $1.field, $1.place) }
        var columns = fixed.mapValues { Found(place: $0, score: 1, lead: 1) }
        var used = taken
        for (number, place, score) in scores {
            let field = kind.fields[number]
            guard columns[field.name] == nil, !used.contains(place) else { continue }
            let next = scores.first { $0.field == number && $0.place != place && !used.contains($0.place) }
            columns[field.name] = Found(
                place: place, score: score, lead: score - (next?.score ?? 0), next: next?.place)
            used.insert(place)
        }
        let wide = said.wide ?? WideProposal(self, kind, taken: columns.mapValues(\.place))?.rule
        return Candidate(kind: kind, score: total(kind, columns.mapValues(\.score), wide), columns: columns, wide: wide)
    }

    /// The columns that somebody has said, as far as they are there.
    private func fixed(_ kind: TargetKind) -> [String: Int] {
        var places: [String: Int] = [:]
        for field in kind.fields {
            guard case .column(let column)? = said.columns[field.name] else { continue }
            places[field.name] = facts.firstIndex { facts in
                switch column {
                case .named(let name): facts.column.name == shape.column(named: name)?.name
                case .number(let number): facts.column.index == number - 1
                }
            }
        }
        return places
    }

    /// Half the header, three tenths the values, two tenths the links; what is not known is left out of the weights.
    private func score(_ field: TargetField, _ facts: ColumnFacts) -> Double {
        let byName = nameScore.score(field, facts.column)
        let fit = facts.fit(field.type)
        if !field.type.isText, facts.evidence.filled > 0, fit < 0.8 { return 0 }
        var links: Double?
        if case .reference(let kind) = field.type { links = facts.links(known[kind]) }
        guard let links else { return byName == 0 ? 0 : (0.5 * byName + 0.3 * fit) / 0.8 }
        if byName == 0 { return links >= 0.8 ? 0.5 + 0.25 * links : 0 }
        return 0.5 * byName + 0.3 * fit + 0.2 * links
    }

    /// A required day or amount whose header says nothing is the only column of its type, if there is only one.
    private func addByContent(
        _ kind: TargetKind, _ fixed: Set<Int>, _ scores: inout [(field: Int, place: Int, score: Double)]
    ) {
        for type in [TargetType.day, .money] {
            let fields = kind.fields.indices.filter { kind.fields[$0].type == type && !kind.fields[$0].isOptional }
            guard fields.count == 1, !scores.contains(where: { $0.field == fields[0] }),
                !said.settles(kind.fields[fields[0]].name)
            else { continue }
            let wanted: TargetType = type == .money ? .number : type
            let taken = fixed.union(scores.filter { $0.score >= 0.75 }.map(\.place))
            let places = facts.indices.filter {
                !taken.contains($0) && facts[$0].evidence.filled > 0 && facts[$0].evidence.likelyType == wanted
            }
            if places.count == 1 { scores.append((fields[0], places[0], 0.5)) }
        }
    }

    /// Whether of a kind nothing but the id is found in a table that has more: nearly every table has an id.
    private func isIDAlone(_ kind: TargetKind, _ found: [String: Double], _ wide: TableRules.Wide?) -> Bool {
        wide == nil && facts.count > 1 && found.keys.allSatisfy { kind.field($0)?.type == .identifier }
    }

    /// How well a kind fits: its required fields, a little its others, and hints of the name and the export.
    private func total(_ kind: TargetKind, _ found: [String: Double], _ wide: TableRules.Wide?) -> Double {
        var sum = 0.0
        var weight = 0.0
        for field in kind.fields {
            let isWide = wide.map { $0.key == field.name || $0.values.values.contains(field.name) } ?? false
            let own = isWide ? 0.8 : found[field.name] ?? 0
            // The id can be made of what there is.
            let part = field.isOptional ? 0.2 : field.type == .identifier ? 0.3 : 1
            if own > 0 || !field.isOptional {
                sum += part * own
                weight += part
            }
        }
        guard weight > 0, !found.isEmpty else { return 0 }
        var hints = 0.02 * Double(found.count)
        if let place = profile?.feeds.firstIndex(of: kind.name) { hints += 0.3 - 0.1 * Double(place) }
        let words = Set(PlainSpelling.words(name + " " + (sheet ?? "")))
        let names = [kind.name, kind.title.en, kind.title.ru] + (HeaderWords.byKind[kind.name] ?? [])
        if names.contains(where: { Set(PlainSpelling.words($0)).isSubset(of: words) && !$0.isEmpty }) { hints += 0.25 }
        return (isIDAlone(kind, found, wide) ? min(sum / weight, 0.5) : sum / weight) + hints
    }
}

/// Finds the rule for columns that are values of one field.
struct WideProposal {
    let rule: TableRules.Wide

    init?(_ maker: ProposalMaker, _ kind: TargetKind, taken: [String: Int]) {
        if let wide = maker.shape.wide {
            let key = kind.fields.first { $0.type == .period && taken[$0.name] == nil }
            guard let key, let values = Self.values(wide.measures, kind, taken) else { return nil }
            rule = TableRules.Wide(key: key.name, values: values)
            return
        }
        guard let found = Self.people(maker, kind, taken) else { return nil }
        rule = found
    }

    /// The field that each measure is; the only field of a number takes the only measure.
    private static func values(_ measures: [String], _ kind: TargetKind, _ taken: [String: Int]) -> [String: String]? {
        let numbers = kind.fields.filter { $0.type.isNumber && taken[$0.name] == nil && !$0.isOptional }
        guard let first = numbers.first else { return nil }
        guard measures.count > 1 else { return [measures.first ?? "": first.name] }
        var values: [String: String] = [:]
        for measure in measures {
            let key = PlainSpelling.key(measure)
            let field = numbers.first { field in
                ([field.name, field.title.en, field.title.ru] + (HeaderWords.byField[field.name] ?? [])).contains {
                    PlainSpelling.key($0) == key
                }
            }
            if let field, !values.values.contains(field.name) { values[measure] = field.name }
        }
        return values.isEmpty ? nil : values
    }

    /// Columns of numbers whose headers are known records.
    private static func people(_ maker: ProposalMaker, _ kind: TargetKind, _ taken: [String: Int]) -> TableRules.Wide? {
        for field in kind.fields where taken[field.name] == nil {
            guard case .reference(let target) = field.type, let index = maker.known[target] else { continue }
            let columns = maker.facts.filter {
                index.id(of: $0.column.title) != nil && $0.evidence.likelyType == .number && $0.evidence.filled > 0
            }
            guard columns.count >= 2, let values = values([""], kind, taken) else { continue }
            return TableRules.Wide(columns: columns.map(\.column.name), key: field.name, values: values)
        }
        return nil
    }
}
