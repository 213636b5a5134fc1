internal import Company
internal import HTML
internal import Pages
internal import Payroll
internal import Periods
internal import Storage

/// Objections for programs.
enum DisputeAPI {
    static let list: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let company = try cycle.reference()
        let gate = Gate(asked: asked)
        let seen = try cycle.disputes().filter {
            try gate.may(.seePay, of: $0.person, in: company.calendar.parse($0.period), permit.reader, company)
        }
        let cursor = APICursor(asked, list: "disputes")
        let after = try cursor.position.flatMap { Int64($0) } ?? 0
        let rest = seen.filter { $0.number > after }
        let shown = rest.prefix(cursor.limit)
        return APIValues.answer(
            cursor.page(
                "disputes", shown.map(value),
                next: rest.count > shown.count ? shown.last.map { String($0.number) } : nil))
    }

    static let open: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, permit in
        let cycle = try asked.site.company.cycle()
        let period = asked.body["period"]?.text ?? ""
        let number: Int64
        if let earlier = asked.recorded("dispute") {
            number = earlier
        } else {
            number = try cycle.dispute(
                permit.reader.person, period: period, text: asked.body["text"]?.text ?? "",
                by: asked.principal(permit.reader))
        }
        guard let dispute = try cycle.workspace.read({ try $0.dispute(number) }) else { throw Problem.absent }
        return Answer.json(value(dispute), status: 201)
            .with("Location", Addresses.of(["api", "v1", "disputes", String(number)]).text)
    }

    static let show: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, _ in
        APIValues.answer(value(try permit(asked).subject))
    }

    static let answer: @Sendable (Asked, Permit<Oneself>) async throws -> Answer = { asked, _ in
        let permit = try permit(asked)
        let cycle = try asked.site.company.cycle()
        if asked.earlier?.isEmpty ?? true {
            try cycle.resolveDispute(
                permit.subject.number, answer: asked.body["text"]?.text ?? "",
                by: asked.principal(permit.reader, in: permit.subject.period))
        }
        guard let dispute = try cycle.workspace.read({ try $0.dispute(permit.subject.number) }) else {
            throw Problem.absent
        }
        return APIValues.answer(value(dispute))
    }

    private static func permit(_ asked: Asked) throws -> Permit<Dispute> {
        guard let number = Int64(asked.part("number")), number > 0 else { throw Problem.absent }
        return try Gate(asked: asked).dispute(number)
    }

    private static func value(_ dispute: Dispute) -> JSONValue {
        var members: [String: JSONValue] = [
            "number": .whole(dispute.number), "period": .text(dispute.period), "person": .text(dispute.person),
            "text": .text(dispute.text),
        ]
        if let answer = dispute.answer {
            members["answer"] = .object(["actor": .text(answer.actor), "text": .text(answer.text)])
        }
        return .object(members)
    }
}

extension Asked {
    /// The number that an earlier sending of the request, cut off in the middle, was given by an action of the records.
    func recorded(_ action: String) -> Int64? {
        earlier?.first { $0.action == action }.flatMap { record in
            (try? JSONReading.value(Array(record.detail.utf8)))?["number"]?.whole
        }
    }
}
