public import HTML

/// What has moved somebody's pay lately, and what moved it: parts that add up to the difference.
public struct PayMoves: Sendable {
    /// Since when, as people say it; nil for the beginning of the day.
    public var since: String?
    /// What is earned more than then.
    public var sum: Amount
    /// What moved it, the latest first.
    public var rows: [Row]

    /// A cause and what it has moved.
    public struct Row: Sendable {
        let cause: String
        let amount: Amount
        let note: String
        let address: Address?

        /// A cause.
        ///
        /// - Parameters:
        ///   - note: When, and what of the pay has moved.
        ///   - address: The page that says whose it is and why.
        public init(_ cause: String, _ amount: Amount, note: String, address: Address?) {
            self.cause = cause
            self.amount = amount
            self.note = note
            self.address = address
        }
    }

    /// Moves.
    public init(since: String?, sum: Amount, rows: [Row]) {
        self.since = since
        self.sum = sum
        self.rows = rows
    }
}

/// What has changed since yesterday, and why.
struct MovesCard: Component {
    let moves: PayMoves
    let pay: MyPay
    let language: Language

    var body: some Markup {
        Card(name: "moves", heading: heading) {
            if moves.rows.isEmpty {
                p(.class(.muted)) { MoveWords.nothing[language] }
            } else {
                SummaryList(
                    moves.rows.map(row) + [SummaryRow(MoveWords.sum[language], .amount(moves.sum))], amounts: true,
                    in: language)
            }
        }
    }

    private var heading: String {
        moves.since.map { MoveWords.since($0)[language] } ?? MoveWords.sinceYesterday[language]
    }

    private func row(_ row: PayMoves.Row) -> SummaryRow {
        SummaryRow(
            row.cause, .amount(row.amount), note: row.note,
            change: row.address.map { NavigationItem(PayWords.why[language], $0) })
    }
}

/// The words of what has moved.
public enum MoveWords {
    static let sinceYesterday = Words(
        ru: "Что изменилось со вчерашнего дня и почему", en: "What changed since yesterday, and why")
    static func since(_ time: String) -> Words {
        Words(ru: "Что изменилось с \(time) и почему", en: "What changed since \(time), and why")
    }
    static let nothing = Words(ru: "Ничего не изменилось.", en: "Nothing has changed.")
    static let sum = Words(ru: "Всего", en: "Altogether")
    /// A row that came.
    public static func came(_ name: String) -> Words { Words(ru: "\(name): добавлено", en: "\(name): added") }
    /// A row that is another one.
    public static func changed(_ name: String) -> Words { Words(ru: "\(name): изменено", en: "\(name): changed") }
    /// A row that left.
    public static func left(_ name: String) -> Words { Words(ru: "\(name): отменено", en: "\(name): cancelled") }
    /// A target, by its metric and period.
    public static func target(_ metric: String, _ period: String) -> Words {
        Words(ru: "План «\(metric)», \(period)", en: "Target for \(metric), \(period)")
    }
    /// A value that somebody enters.
    public static func entered(_ metric: String, _ period: String) -> Words {
        Words(ru: "Введённое значение «\(metric)», \(period)", en: "Entered value of \(metric), \(period)")
    }
    /// Who holds which position.
    public static let assignments = Words(ru: "Назначения", en: "Assignments")
    /// The company's text.
    public static let rules = Words(ru: "Правила компании: изменено", en: "The company's rules: changed")
    /// Rows of several tables at once.
    public static func tables(_ names: String) -> Words {
        Words(ru: "Данные (\(names)): загружено сразу много", en: "Data (\(names)): many rows at once")
    }
    /// The last change in a sentence.
    public static func said(_ earned: String, _ change: String, _ cause: String) -> Words {
        Words(ru: "Заработано \(earned), \(change): \(cause)", en: "Earned \(earned), \(change): \(cause)")
    }
    /// The same of a team.
    public static func saidOfTeam(_ change: String, _ cause: String) -> Words {
        Words(ru: "Команда: \(change). \(cause)", en: "Team: \(change). \(cause)")
    }
}
