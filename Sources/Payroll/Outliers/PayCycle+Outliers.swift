internal import Company
internal import Foundation
internal import Ledger
internal import Messages
internal import Quantities
internal import Storage

extension PayCycle {
    /// What is unusual in the run on which a period stands, with what was said of it; by person and kind.
    ///
    /// - Parameter sellers: Who has sold something in the period, by identifier; asked only for those who are paid nothing.
    /// - Throws: ``Refusal/notCalculated(period:)``.
    public func outliers(
        of period: String, sellers: (_ unpaid: Set<String>) throws -> Set<String>
    ) throws(PayrollFailure) -> [Outlier] {
        let reviewed = try reviewed(period)
        let awards = try read { try UnusualAwards(of: reviewed.run, $0) }
        let adjustments = try read { snapshot in
            try snapshot.adjustments().filter { reviewed.run.adjustments.contains($0.number) && $0.period == period }
        }
        var finder = OutlierFinder(run: reviewed.run, awards: awards)
        finder.lookAtLines()
        finder.lookAtPay(reviewed.people.map { (person: $0.person, payable: $0.pay.payable) })
        finder.lookAt(adjustments)
        do {
            let people = try read { try $0.tables(upTo: reviewed.run.dataHead) { kind, _ in kind == "people" } }
            let unpaid = Set(people.flatMap { $0.rows.map(\.key) }).subtracting(finder.paid)
            finder.lookAt(sellers: try sellers(unpaid).intersection(unpaid))
        } catch {
            throw PayrollFailure(error)
        }
        let marks = try marks(of: period)
        return finder.found.map { outlier in
            var outlier = outlier
            outlier.seen = marks[outlier.key]
            return outlier
        }.sorted { ($0.person, $0.kind.rawValue) < ($1.person, $1.kind.rawValue) }
    }

    // MARK: Marks

    private struct Mark: Codable {
        var run: String
        var word: String
    }

    private static func mark(_ period: String, _ key: String) -> ObjectName {
        ObjectName(room: "periods", kind: "outlier", key: period + "\n" + key)
    }

    /// Notes that somebody has looked at something unusual; it stands under the audit chain.
    ///
    /// - Parameter word: What he has to say.
    /// - Throws: ``Refusal/notAllowed(actor:_:)``, ``Refusal/empty(_:)``.
    public func markSeen(
        _ key: String, of period: String, word: String, by principal: Principal
    ) throws(PayrollFailure) {
        guard principal.may(.review) || principal.may(.approve) else {
            throw .refused(.notAllowed(actor: principal.name, .review))
        }
        guard word.contains(where: { !$0.isWhitespace }) else { throw .refused(.empty(.reason)) }
        try write(by: principal) { writing in
            let life = try writing.life(of: period)
            let name = Self.mark(period, key)
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            let content = try encoder.encode(Mark(run: life.run, word: word))
            try writing.take(
                "seen", with: name, content: String(decoding: content, as: UTF8.self),
                after: try writing.object(name)?.version ?? 0)
        }
    }

    private func marks(of period: String) throws(PayrollFailure) -> [String: Outlier.Seen] {
        let beginning = period + "\n"
        return try read { snapshot in
            var marks: [String: Outlier.Seen] = [:]
            for object in try snapshot.objects(room: "periods", kind: "outlier")
            where object.name.key.hasPrefix(beginning) {
                guard let mark = object.content.flatMap({ try? JSONDecoder().decode(Mark.self, from: Data($0.utf8)) })
                else { continue }
                marks[String(object.name.key.dropFirst(beginning.count))] = Outlier.Seen(
                    actor: object.actor, at: object.at, word: mark.word)
            }
            return marks
        }
    }
}

/// Looks through a run.
private struct OutlierFinder {
    let run: StoredRun
    let awards: UnusualAwards
    private(set) var found: [Outlier] = []

    init(run: StoredRun, awards: UnusualAwards) {
        self.run = run
        self.awards = awards
    }

    private var sums: [String: Int64] { awards.sums }

    /// The remarks that say that a cap took something.
    private static let codesOfCaps: Set<String> = ["cut-by-cap", "cut-by-plan-cap"]

    /// Who is awarded something above zero.
    var paid: Set<String> { Set(sums.filter { $0.value > 0 }.keys) }

    mutating func lookAtLines() {
        for (person, lines) in Dictionary(grouping: run.lines, by: \.person) {
            let sum = sums[person] ?? 0
            let missing = lines.filter { $0.amount == nil }
            if let first = missing.first {
                add(.withoutValue, person, sum, first.reason?.text ?? LocalizedText(first.component))
            }
            let capped = lines.flatMap { $0.remarks ?? [] }.filter { Self.codesOfCaps.contains($0.code) }
            if let first = capped.first { add(.capped, person, sum, first.text) }
        }
        for person in awards.firsts {
            add(
                .firstPay, person, sums[person] ?? 0,
                LocalizedText(en: "never paid before", ru: "раньше выплат не было"))
        }
        for one in awards.unusual {
            add(
                .unusual, one.person, one.amount,
                LocalizedText(
                    en: "far from the middle of his own periods before (\(one.periods))",
                    ru: "далеко от медианы его прежних периодов (\(one.periods))"), median: one.median)
        }
    }

    mutating func lookAtPay(_ people: [(person: String, payable: Int64)]) {
        for (person, payable) in people where payable < 0 || (sums[person] ?? 0) < 0 {
            add(
                .belowZero, person, min(payable, sums[person] ?? 0),
                LocalizedText(en: "comes out below zero", ru: "выходит меньше нуля"))
        }
    }

    mutating func lookAt(_ adjustments: [Adjustment]) {
        for adjustment in adjustments {
            add(.byHand, adjustment.person, adjustment.amount, LocalizedText(adjustment.reason))
        }
    }

    mutating func lookAt(sellers: Set<String>) {
        for person in sellers {
            add(
                .soldWithoutPay, person, sums[person] ?? 0,
                LocalizedText(en: "has sold, and is paid nothing", ru: "продажи есть, выплат нет"))
        }
    }

    private mutating func add(
        _ kind: Outlier.Kind, _ person: String, _ amount: Int64, _ note: LocalizedText, median: Int64? = nil
    ) {
        found.append(Outlier(kind: kind, person: person, amount: amount, note: note, median: median, seen: nil))
    }
}
