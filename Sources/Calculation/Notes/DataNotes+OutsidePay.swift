internal import Company
internal import Formulas
internal import Messages
internal import Periods
internal import Quantities

extension DataNotes {
    /// Events that count for somebody on a day on which no plan pays him: his assignment has not begun, has ended, or his plan is
    /// not in force. One note for a kind of events.
    ///
    /// An event may come to somebody's pay in several ways: by its own day into a commission, by the day it falls due into a KPI.
    /// What a commission is paid on is lost by itself; of the others nothing is said while one of the ways leads to his pay.
    static func outsidePay(_ model: CompanyModel, _ reach: PayReach) -> [Diagnostic] {
        var ways: [Way] = []
        let paidOn = reach.lines.reduce(into: Set<Int>()) { $0.formUnion($1.paidOn) }
        for figures in reach.lines.map(\.asked.figures) {
            for number in figures.sorted() {
                let figure = model.aggregates[number]
                if figure.credit == .nobody { continue }
                if let known = ways.firstIndex(where: { $0.fits(figure) }) {
                    ways[known].figures.insert(number)
                } else {
                    ways.append(Way(event: figure.event, credit: figure.credit, date: figure.date, figures: [number]))
                }
            }
        }
        return model.eventKinds.indices.compactMap { event in
            let ways = ways.filter { $0.event == event }
            let figures = ways.reduce(into: Set<Int>()) { $0.formUnion($1.figures) }
            let payDays = PayDays(model, plans: reach.plans(asking: figures))
            let people = paid(payDays, model)
            var parts = Set<Lost>()
            for (number, way) in ways.enumerated() {
                var lost = lost(way, people, payDays, model)
                if way.figures.isDisjoint(with: paidOn) {
                    for other in ways.indices where other != number && !lost.isEmpty {
                        lost = self.lost(lost, unlessTaken: ways[other], people, model)
                    }
                }
                parts.formUnion(lost)
            }
            // A part may be lost on several days: the order is whole, so that the same files say the same.
            let lost = parts.sorted { ($0.row, $0.person, $0.day, $0.share) < ($1.row, $1.person, $1.day, $1.share) }
            return lost.isEmpty ? nil : outsidePay(lost, event, figures, payDays, model)
        }
    }

    /// A way in which events come to somebody's pay.
    private struct Way {
        let event: Int
        let credit: CreditRule
        let date: Int
        /// The figures that count events so.
        var figures: Set<Int>

        func fits(_ figure: Aggregate) -> Bool {
            event == figure.event && credit == figure.credit && date == figure.date
        }
    }

    /// A part of an event that is credited to somebody who is not paid for it.
    private struct Lost: Hashable {
        let row: Int
        let person: Int32
        let share: Int64
        let day: Int32
    }

    private static func paid(_ payDays: PayDays, _ model: CompanyModel) -> [Paid] {
        let anyPlan = PayDays(model, plans: Array(model.plans.indices))
        return (0..<model.people.count).map { person -> Paid in
            let outOfForce = payDays.daysOutOfForce(of: Int32(person))
            return Paid(
                days: anyPlan.days(of: Int32(person)), asking: payDays.days(of: Int32(person)),
                before: outOfForce.before, after: outOfForce.after, assigned: payDays.assignedDays(of: Int32(person)))
        }
    }

    private static func lost(
        _ way: Way, _ people: [Paid], _ payDays: PayDays, _ model: CompanyModel
    ) -> [Lost] {
        let table = model.events[way.event]
        guard table.rowCount > 0 else { return [] }
        let days = CreditIndex.days(table.columns[way.date], count: table.rowCount)
        let crediting = Crediting(model, event: way.event, rule: way.credit, days: days)
        var lost: [Lost] = []
        for row in 0..<table.rowCount where days[row] != EventColumn.emptyDay {
            let day = days[row]
            crediting.forEach(row) { person, share in
                guard people[Int(person)].misses(day), !payDays.isMeantUnpaid(person, on: CivilDay(number: day)) else {
                    return
                }
                lost.append(Lost(row: row, person: person, share: share, day: day))
            }
        }
        guard !lost.isEmpty else { return [] }
        let counted = counted(way, model)
        return lost.filter { counted?[$0.row] ?? true }
    }

    /// Those of the lost parts that do not come to the same person's pay in another way.
    private static func lost(
        _ lost: [Lost], unlessTaken way: Way, _ people: [Paid], _ model: CompanyModel
    ) -> [Lost] {
        let table = model.events[way.event]
        let days = CreditIndex.days(table.columns[way.date], count: table.rowCount)
        let crediting = Crediting(model, event: way.event, rule: way.credit, days: days)
        let counted = counted(way, model)
        return lost.filter { part in
            guard days[part.row] != EventColumn.emptyDay, counted?[part.row] ?? true else { return true }
            var isTaken = false
            crediting.forEach(part.row) { person, _ in
                if person == part.person, people[Int(person)].takes(days[part.row]) { isTaken = true }
            }
            return !isTaken
        }
    }

    /// When somebody is paid, and when he is there.
    private struct Paid {
        /// The days of any plan.
        let days: [DayRange]
        /// The days of the plans that ask for the events.
        let asking: [DayRange]
        /// The days on which one of those plans would be for him and is not in force yet.
        let before: [DayRange]
        /// The days on which one of those plans would be for him and is in force no longer.
        let after: [DayRange]
        /// The days of his assignments.
        let assigned: [DayRange]

        /// Whether an event of the day comes to his pay.
        func takes(_ number: Int32) -> Bool {
            let day = CivilDay(number: number)
            return asking.contains { $0.contains(day) }
        }

        /// Whether an event of the day is lost to him.
        ///
        /// Who changes to a position whose plan pays for other things loses nothing; who is on no plan at all is told apart.
        func misses(_ number: Int32) -> Bool {
            if takes(number) { return false }
            let day = CivilDay(number: number)
            if after.contains(where: { $0.contains(day) }) { return true }
            // What happened before a plan began is there to compare with.
            if before.contains(where: { $0.contains(day) }) { return false }
            if days.contains(where: { $0.contains(day) }) { return false }
            return !days.isEmpty || !assigned.contains { $0.contains(day) }
        }
    }

    /// Which rows some figure counts; `nil` when one counts them all.
    private static func counted(_ way: Way, _ model: CompanyModel) -> [Bool]? {
        var counted: [Bool]?
        for number in way.figures {
            guard let filter = model.aggregates[number].filter,
                let mask = try? RowFormulas(model, event: way.event).mask(filter)
            else { return nil }
            counted = counted.map { zip($0, mask).map { $0 || $1 } } ?? mask
        }
        return counted
    }

    // MARK: Words

    private static func outsidePay(
        _ lost: [Lost], _ event: Int, _ figures: Set<Int>, _ payDays: PayDays, _ model: CompanyModel
    ) -> Diagnostic {
        let (first, kind, table) = (lost[0], model.eventKinds[event], model.events[event])
        let person = model.people.id(first.person)
        let day = CivilDay(number: first.day)
        let why = payDays.whyNot(first.person, on: day) ?? LocalizedText("")
        let amount = amount(lost, event, figures, model)
        let rows = Set(lost.map(\.row)).count
        let people = Set(lost.map(\.person)).count
        let message: LocalizedText
        if rows == 1, people == 1 {
            message = LocalizedText(
                en: "1 \(kind.name)\(amount.en) is credited to \(person) on \(day), \(why.en)",
                ru: "1 событие «\(kind.name)»\(amount.ru) засчитано: \(person), \(day), \(why.ru)")
        } else {
            let whom =
                people == 1
                ? LocalizedText(person)
                : LocalizedText(en: "\(people) people", ru: "сотрудникам (\(people))")
            message = LocalizedText(
                en:
                    "\(rows) '\(kind.name)'\(amount.en) are credited to \(whom.en) on days for which no plan pays them; the first to \(person) on \(day), \(why.en)",
                ru:
                    "события «\(kind.name)» (\(rows))\(amount.ru) засчитаны (\(whom.ru)) за дни, которые ни один план не оплачивает; первое: \(person), \(day), \(why.ru)"
            )
        }
        return Diagnostic(
            .warning, code: "outside-pay",
            at: table.origin(of: first.row).map { Place(file: $0.file, line: $0.line) }, message,
            remedy: LocalizedText(
                en: "nobody is paid for it: mend the day or the assignment",
                ru: "за это никому не платят: исправьте день или назначение"),
            advice: .explainEvent(.init(person: person, kind: kind.name, id: table.keys[first.row])))
    }

    /// What is lost: `, 420 000.00 RUB,` of the money that pay counts, when that is one field.
    private static func amount(
        _ lost: [Lost], _ event: Int, _ figures: Set<Int>, _ model: CompanyModel
    ) -> LocalizedText {
        let table = model.events[event]
        let counted = Set(
            figures.compactMap { number -> Int? in
                guard case .reference(.field(let reference))? = model.aggregates[number].value?.node,
                    reference.recordField == nil, model.eventKinds[event].fields[reference.field].type == .money
                else { return nil }
                return reference.field
            })
        guard counted.count == 1, let field = counted.first,
            case .decimal(let numbers, let scale) = table.columns[field]
        else { return LocalizedText("") }
        let whole = Int128(CreditIndex.wholeShare)
        let sum = lost.reduce(Int128(0)) { total, part in
            let number = numbers[part.row]
            return number == EventColumn.emptyNumber ? total : total + Int128(number) * Int128(part.share) / whole
        }
        guard let amount = try? ExactSum([sum]).decimal(places: scale) else { return LocalizedText("") }
        let money = ExactMoney(amount, model.currency)
        return LocalizedText(en: ", \(money),", ru: ", \(money),")
    }
}
