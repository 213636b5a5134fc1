import Calculation
internal import Messages
import Periods

/// What both sides of a what-if pay, as tables for the screen.
extension WhatIfReport {
    /// How many awards without an amount are named; CSV and JSON have all.
    private static let shown = 20

    var table: String {
        let parts = byAward ? [awardTable, personTable] : [planTable, onlyOneSide]
        let rest = byAward ? [] : [withoutAmount]
        return (parts + rest).compactMap { $0 }.joined(separator: "\n\n")
    }

    private var sideNames: [String] { [word("now", "сейчас"), word("then", "станет"), word("difference", "разница")] }

    /// The sum is that of all, also of those whose rows are not shown because nothing differs.
    private func totalName(_ people: Int) -> String {
        people > 1 ? word("everybody", "все вместе") : word("total", "всего")
    }

    private func cells(_ sides: PayComparison.Sides) -> [String] {
        [sides.now, sides.then].map { side in amount(side).map { amounts.readable($0)[language] } ?? "—" }
            + [amounts.change(sides.difference)[language]]
    }

    // MARK: Awards

    private var awardTable: String? {
        let moved = comparison.moved
        if moved.isEmpty { return word("No award moves.", "Ни одно начисление не меняется.") }
        let isHeld = moved.contains { held[$0.key] != nil }
        var table = TextTable(
            [
                word("period", "период"), word("person", "сотрудник"), word("plan", "план"),
                word("component", "составляющая"),
            ] + sideNames + (isHeld ? [word("then held", "станет удержано")] : []) + [word("remarks", "замечания")],
            amountColumns: isHeld ? [4, 5, 6, 7] : [4, 5, 6])
        for award in moved {
            let key = award.key
            table.add(
                [key.period.description, key.person, key.plan, key.component] + cells(award.sides)
                    + (isHeld ? [held[key].map { amounts.readable($0)[language] } ?? ""] : []) + [remarks(award.sides)])
        }
        return table.text(width: width)
    }

    /// Which side an amount is missing on, and why.
    private func remarks(_ sides: PayComparison.Sides) -> String {
        [(sideNames[0], sides.now), (sideNames[1], sides.then)].compactMap { name, pay in
            pay.map { $0.missing > 0 ? "\(name): \(reasons($0))" : nil } ?? nil
        }.joined(separator: "; ")
    }

    /// The totals of those whose pay moves.
    private var personTable: String? {
        let people = comparison.byPerson.filter(\.sides.differ)
        if people.isEmpty { return nil }
        var table = TextTable(
            [word("person", "сотрудник"), word("name", "имя")] + sideNames, amountColumns: [2, 3, 4])
        for total in people { table.add([total.person, name(total.person)] + cells(total.sides)) }
        if people.count > 1 { table.add([totalName(people.count), ""] + cells(comparison.total)) }
        return table.text(width: width)
    }

    // MARK: People and plans

    private var planTable: String? {
        let totals = comparison.byPlan
        let differing = totals.filter(\.sides.differ)
        var table = TextTable(
            [word("person", "сотрудник"), word("name", "имя"), word("plan", "план")] + sideNames + [""],
            amountColumns: [3, 4, 5])
        for total in differing {
            table.add(
                [total.person, name(total.person), total.plan ?? ""] + cells(total.sides) + [missing(total.sides)])
        }
        table.add(
            [totalName(comparison.byPerson.count), "", ""] + cells(comparison.total) + [missing(comparison.total)])
        let same = totals.count - differing.count
        let rest = word("Without a difference: \(same).", "Без разницы: \(same).")
        return table.text(width: width) + (same > 0 ? "\n\n" + rest : "")
    }

    /// How many awards of each side have no amount.
    private func missing(_ sides: PayComparison.Sides) -> String {
        let counts = [(sideNames[0], sides.now?.missing ?? 0), (sideNames[1], sides.then?.missing ?? 0)]
        let parts = counts.filter { $0.1 > 0 }.map { "\($0.0) \($0.1)" }
        return parts.isEmpty ? "" : word("not computable: ", "не вычислено: ") + parts.joined(separator: ", ")
    }

    /// The people whom only one side pays at all.
    private var onlyOneSide: String? {
        let people = comparison.byPerson
        let lines = [
            (word("Paid only now: ", "Платят только сейчас: "), people.filter { $0.sides.then == nil }),
            (word("Paid only then: ", "Станут платить: "), people.filter { $0.sides.now == nil }),
        ].filter { !$0.1.isEmpty }.map { $0.0 + $0.1.map(\.person).joined(separator: ", ") }
        return lines.isEmpty ? nil : lines.joined(separator: "\n")
    }

    /// The awards without an amount, with their reasons.
    private var withoutAmount: String? {
        let awards = comparison.awards.filter { ($0.sides.now?.missing ?? 0) + ($0.sides.then?.missing ?? 0) > 0 }
        if awards.isEmpty { return nil }
        var table = TextTable(
            [
                word("not computable", "не вычислено"), word("person", "сотрудник"), word("plan", "план"),
                word("component", "составляющая"), word("reason", "причина"),
            ], amountColumns: [])
        for award in awards.prefix(Self.shown) {
            let key = award.key
            table.add([key.period.description, key.person, key.plan, key.component, remarks(award.sides)])
        }
        let more = awards.count - Self.shown
        if more <= 0 { return table.text(width: width) }
        return table.text(width: width) + "\n"
            + word("… and \(more) more; --awards shows those that differ", "… и ещё \(more); --awards покажет различия")
    }
}
