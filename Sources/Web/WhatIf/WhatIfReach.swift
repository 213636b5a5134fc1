internal import Calculation
internal import Company
internal import Messages
internal import Pages
internal import Payroll
internal import Periods

/// What somebody may suppose, and whose pay he is told: whoever sees everybody's pay supposes anything; others suppose their own deals,
/// heads those of their people too, since what a change of somebody else's deal moves would tell what that deal is.
struct WhatIfReach: Sendable {
    private let asked: Asked
    private let reader: Reader
    private let company: CompanyModel

    /// - Parameter company: The company of now, without its large tables.
    init(_ asked: Asked, _ reader: Reader, _ company: CompanyModel) throws {
        guard reader.rights[.seePay] != nil else { throw Problem.forbidden([.seePay]) }
        self.asked = asked
        self.reader = reader
        self.company = company
    }

    /// Whether he sees everybody's pay.
    var isAll: Bool { reader.mayAll(.seePay) }

    /// Makes sure that he may suppose all of it.
    ///
    /// - Parameter model: The company of now with its rows.
    func check(_ question: WhatIfQuestion, _ model: () async throws -> CompanyModel) async throws {
        if question.isOfPlans, !reader.mayAll(.writePlans) { throw Problem.forbidden([.writePlans]) }
        if isAll { return }
        let model = try await model()
        var counts: [Scenario.Action: Int] = [:]
        var faults: [BodyFault] = []
        for row in question.scenario.rows {
            let place = counts[row.action, default: 0]
            counts[row.action] = place + 1
            guard case .parts(let kind, let id, let cells) = row.said else { continue }
            let isOwn = try isOwn(row.action, kind, id, cells, model)
            if !isOwn {
                faults.append(BodyFault(pointer: "/\(row.action.rawValue)/\(place)", text: WhatIfWords.notYours))
            }
        }
        if !faults.isEmpty { throw Problem.invalid(Array(faults.prefix(20)), code: "not-yours") }
    }

    private func isOwn(
        _ action: Scenario.Action, _ kind: String, _ id: String?, _ cells: [Scenario.RowEdit.Cell],
        _ model: CompanyModel
    ) throws -> Bool {
        guard let number = model.eventKinds.firstIndex(where: { $0.name == kind }) else { return false }
        let own = model.eventKinds[number]
        let credited = creditField(own).flatMap { name in cells.first { $0.name == name }?.value }
        let day = cells.first { $0.name == own.fields[own.dateField].name }.flatMap { CivilDay(parsing: $0.value) }
        switch action {
        case .add:
            guard let credited else { return false }
            return try sees(credited, on: day)
        case .change, .cancel:
            guard let inquiry = id.flatMap({ EventInquiry(model, kind: kind, id: $0) }),
                try inquiry.credited.contains(where: { try sees(model.people.id($0), on: inquiry.day) })
            else { return false }
            return try credited.map { try sees($0, on: day ?? inquiry.day) } ?? true
        }
    }

    /// The field that says whose an event is.
    private func creditField(_ kind: EventKind) -> String? {
        switch kind.credit {
        case .field(let field): kind.ownFields[field].name
        case .split(_, let otherwise): otherwise.map { kind.ownFields[$0].name }
        case .team, .nobody: nil
        }
    }

    private func sees(_ person: String, on day: CivilDay?) throws -> Bool {
        let period = day.flatMap { company.calendar.period(company.ledgerRules.period, containing: $0) }
        return try Gate(asked: asked).may(.seePay, of: person, in: period, reader, company)
    }

    /// Of what is compared, what he may see.
    ///
    /// - Parameter person: Only this one.
    func seen(_ comparison: PayComparison, of person: String?) throws -> PayComparison {
        let comparison = person.map { comparison.of($0) } ?? comparison
        if isAll { return comparison }
        var known: [Period: [String: Bool]] = [:]
        for key in comparison.awards.map(\.key) where known[key.period]?[key.person] == nil {
            known[key.period, default: [:]][key.person] = try Gate(asked: asked)
                .may(.seePay, of: key.person, in: key.period, reader, company)
        }
        return comparison.showing { known[$0.period]?[$0.person] ?? false }
    }
}
